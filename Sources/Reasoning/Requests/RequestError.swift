public import LawLanguage

/// Why a request cannot be used: every mistake found in it, in the order they were met.
public struct RequestError: Error, Sendable, Hashable {
  /// At least one, at most `RequestError.limit`.
  public let issues: [RequestIssue]
  /// How many more there were.
  public let omitted: Int

  /// How many mistakes are told at once.
  public static let limit = 20

  /// A request with these mistakes.
  public init(_ issues: [RequestIssue]) {
    self.issues = Array(issues.prefix(RequestError.limit))
    omitted = max(0, issues.count - RequestError.limit)
  }
}

/// One mistake of a request.
public struct RequestIssue: Sendable, Hashable {
  /// The file and line, or the flag.
  public let location: RequestLocation
  /// The field, such as `facts.convictions[0].class`; empty where no field is meant.
  public let path: String
  /// What is wrong and what was expected, without a full stop.
  public let message: String
  /// What to do, without a full stop.
  public let help: String?

  /// A mistake at a place.
  public init(at location: RequestLocation, path: String = "", _ message: String, help: String? = nil) {
    self.location = location
    self.path = path
    self.message = message
    self.help = help
  }
}

/// Where a part of a request was written.
public enum RequestLocation: Sendable, Hashable {
  /// A file, or `standard input`, and the place in it.
  case file(String, SourcePosition?)
  /// A flag as it was given: `--fact custody=pretrial`.
  case flag(String)
  /// The command line as a whole.
  case commandLine
  /// What somebody typed when asked.
  case answer
}

extension RequestLocation: CustomStringConvertible {
  /// `request.json:3:14`, `--fact custody=pretrial`.
  public var description: String {
    switch self {
    case .file(let name, nil): name
    case .file(let name, let position?): "\(name):\(position.line):\(position.column)"
    case .flag(let flag): shown(flag)
    case .commandLine: "the command line"
    case .answer: "your answer"
    }
  }
}

extension RequestIssue: CustomStringConvertible {
  /// One sentence: `request.json:3:14: facts.age: expected a whole number of years, not a list; write digits only`.
  public var description: String {
    var sentence = "\(location): "
    if !path.isEmpty { sentence += "\(shown(path, limit: 200)): " }
    sentence += message
    if let help { sentence += "; \(help)" }
    return sentence
  }
}

extension RequestError: CustomStringConvertible {
  /// A line for each mistake.
  public var description: String {
    var lines = issues.map(\.description)
    if omitted > 0 { lines.append("and \(omitted) more") }
    return lines.joined(separator: "\n")
  }
}
