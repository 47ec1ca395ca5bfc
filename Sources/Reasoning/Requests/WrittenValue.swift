/// A value of a request as somebody wrote it, with its place. What it means is for the vocabulary to say.
public struct WrittenValue: Sendable, Hashable {
  /// What was written, before any type is known.
  public indirect enum Content: Sendable, Hashable {
    /// `null`: nothing is known.
    case null
    /// JSON's `true` and `false`.
    case boolean(Bool)
    /// A JSON number, digit for digit.
    case number(String)
    /// A text in quotes.
    case text(String)
    /// A bare word of YAML or of the command line: yes, 34, pretrail, 2025-01-22.
    case word(String)
    case list([WrittenValue])
    case object([Member])
  }

  /// A field of an object.
  public struct Member: Sendable, Hashable {
    /// The field's name.
    public let name: String
    /// Where the name stands.
    public let location: RequestLocation
    /// What it is set to.
    public let value: WrittenValue

    /// A field set to a value.
    public init(name: String, location: RequestLocation, value: WrittenValue) {
      self.name = name
      self.location = location
      self.value = value
    }
  }

  /// What was written.
  public let content: Content
  /// Where.
  public let location: RequestLocation

  /// A value written at a place.
  public init(_ content: Content, at location: RequestLocation) {
    self.content = content
    self.location = location
  }
}

extension WrittenValue {
  /// The characters of a text, a word or a number; nil for anything else.
  var characters: String? {
    switch content {
    case .text(let text), .word(let text), .number(let text): text
    case .null, .boolean, .list, .object: nil
    }
  }

  /// Whether it says that nothing is known: `null` or `unknown`.
  var saysUnknown: Bool {
    switch content {
    case .null, .text("unknown"), .word("unknown"): true
    case .boolean, .number, .text, .word, .list, .object: false
    }
  }

  /// What was written, for an error: `the text "false"`, `a list`.
  var description: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let text): shown(text)
    case .text(let text): "the text \(quoted(text))"
    case .word(let text): text.isEmpty ? "nothing" : quoted(text)
    case .list: "a list"
    case .object: "an object in braces"
    }
  }
}

/// A text somebody wrote, shortened and without control characters, so that it can be shown on a terminal.
func shown(_ text: String, limit: Int = 60) -> String {
  var result = ""
  for scalar in text.unicodeScalars.prefix(limit) {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.count > limit ? result + "…" : result
}

/// The same in quotes.
func quoted(_ text: String) -> String { "\"" + shown(text) + "\"" }
