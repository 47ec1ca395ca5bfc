/// A request as it was written, field by field, not yet held against a vocabulary. Flags are laid over a file by setting
/// its fields.
public struct RequestDraft: Sendable {
  /// Where the whole comes from: what a missing field is missing in.
  public let origin: RequestLocation
  /// The fields that hold one text.
  public var fields: [RequestField: WrittenValue] = [:]
  /// The acts asked about; nil: whatever the papers ask for.
  public var acts: [WrittenValue]?
  /// Kinds of paper, or objects with a kind and fields.
  public var papers: [WrittenValue] = []
  /// Facts, lists of records, and fields of papers (`i247a.signer`), in order.
  private(set) var facts: [Fact] = []
  /// The position of each fact by its name.
  private var positions: [String: Int] = [:]

  /// The jurisdiction as it was written, if it is a text: whoever loads the law needs it first.
  public var jurisdictionText: String? { fields[.jurisdiction]?.characters }

  /// A fact as written.
  struct Fact: Sendable {
    var name: String
    /// `facts.custody`, or the bare name where it was a flag.
    var path: String
    var location: RequestLocation
    var value: WrittenValue
    /// Records that flags add to the list.
    var added: [WrittenValue] = []
    /// Where a flag says `complete`.
    var closed: RequestLocation?
    var isClosed: Bool { closed != nil }
  }

  /// An empty request, for flags alone or for what is asked.
  public init(from origin: RequestLocation = .commandLine) { self.origin = origin }

  /// The fields of a document.
  ///
  /// - Throws: `RequestError` with every field that has no meaning.
  public init(_ document: WrittenValue) throws(RequestError) {
    if case .file(let name, _) = document.location { origin = .file(name, nil) } else { origin = document.location }
    guard case .object(let members) = document.content else {
      throw RequestError([
        RequestIssue(
          at: document.location, "expected an object with the fields of a request, not \(document.description)",
          help: "write the fields in braces, as `tenth law schema` describes them")
      ])
    }
    var issues = IssueList()
    for member in members { read(member, &issues) }
    try issues.check()
  }

  /// Reads a JSON text.
  ///
  /// - Throws: `RequestError` if it is not JSON, or not a request.
  public init(json text: RequestText) throws(RequestError) { try self.init(JSONReader.read(text)) }

  private mutating func read(_ member: WrittenValue.Member, _ issues: inout IssueList) {
    guard let field = RequestField(rawValue: member.name) else {
      issues.add(
        member.location, member.name, "a request has no such field",
        help: RequestDraft.fieldHelp(member.name))
      return
    }
    switch field {
    case .jurisdiction, .agency, .locality, .actingFor, .capacity, .on, .at, .asked, .decided:
      if member.value.content != .null { fields[field] = member.value }
    case .acts: acts = list(member.value, field, "act", &issues)
    case .papers: papers = list(member.value, field, "paper", &issues) ?? []
    case .facts, .records:
      guard case .object(let facts) = member.value.content else {
        if member.value.content == .null { return }
        issues.add(
          member.value.location, field.rawValue, "expected an object, not \(member.value.description)",
          help: #"write {"NAME": VALUE}"#)
        return
      }
      for fact in facts { add(fact, under: field, &issues) }
    }
  }

  private func list(
    _ value: WrittenValue, _ field: RequestField, _ element: String, _ issues: inout IssueList
  ) -> [WrittenValue]? {
    switch value.content {
    case .list(let items): return items
    case .null: return nil
    case .boolean, .number, .text, .word, .object:
      issues.add(
        value.location, field.rawValue, "expected a list, not \(value.description)",
        help: "write [\(value.characters.map(quoted) ?? element.uppercased())]")
      return nil
    }
  }

  private mutating func add(_ fact: WrittenValue.Member, under field: RequestField, _ issues: inout IssueList) {
    let path = "\(field.rawValue).\(fact.name)"
    if let position = positions[fact.name] {
      let first = facts[position]
      issues.add(
        fact.location, path, "is written twice, first at \(first.location) as \(first.path)",
        help: "keep one of the two")
      return
    }
    append(Fact(name: fact.name, path: path, location: fact.location, value: fact.value))
  }

  private mutating func append(_ fact: Fact) {
    positions[fact.name] = facts.count
    facts.append(fact)
  }

  private static func fieldHelp(_ name: String) -> String {
    let aliases: [String: RequestField] = [
      "instruments": .papers, "instrument": .papers, "act": .acts, "paper": .papers, "day": .on, "date": .on,
      "state": .jurisdiction, "county": .locality, "instant": .at,
    ]
    if let alias = aliases[name] { return "did you mean \(quoted(alias.rawValue))?" }
    let names = RequestField.allCases.map(\.rawValue)
    return Suggestions.help(for: name, among: names)
      ?? "the fields are \(names.joined(separator: ", ")); facts stand under \"facts\""
  }
}

// MARK: Flags

extension RequestDraft {
  /// Whether it says something of a fact or a list.
  package func gives(_ name: String) -> Bool { positions[name] != nil }

  /// Sets a fact, a list or a paper's field, in place of what the file says of it.
  public mutating func setFact(_ name: String, to value: WrittenValue) {
    var fact = Fact(name: name, path: "", location: value.location, value: value)
    if let index = positions[name] {
      (fact.added, fact.closed) = (facts[index].added, facts[index].closed)
      facts[index] = fact
    } else {
      append(fact)
    }
  }

  /// Adds a record to a list. A list that was not written becomes "at least these".
  public mutating func addRecord(_ record: WrittenValue, to name: String) {
    let index = index(ofList: name, at: record.location)
    facts[index].added.append(record)
  }

  /// Says that a list holds all there is: with what is added to it, or with nothing.
  public mutating func closeList(_ name: String, at location: RequestLocation) {
    let index = index(ofList: name, at: location)
    facts[index].closed = location
  }

  private mutating func index(ofList name: String, at location: RequestLocation) -> Int {
    if let index = positions[name] { return index }
    append(Fact(name: name, path: "", location: location, value: WrittenValue(.null, at: location)))
    return facts.count - 1
  }
}
