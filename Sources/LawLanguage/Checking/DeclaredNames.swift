/// Every name of the vocabulary, with what it names and where: for duplicates, and for "is a paper, not a fact".
struct DeclaredNames {
  struct Entry {
    let kind: NameKind
    let location: SourceLocation
  }

  private var entries: [String: [Entry]] = [:]

  /// What bears this name.
  subscript(name: String) -> [Entry] { entries[name] ?? [] }

  mutating func add(_ name: String, _ kind: NameKind, at location: SourceLocation) {
    entries[name, default: []].append(Entry(kind: kind, location: location))
  }

  /// The entry that keeps a name from being declared as this kind, if there is one.
  func clash(_ name: String, with kind: NameKind) -> Entry? {
    self[name].first { DeclaredNames.clashes(kind, $0.kind) }
  }

  /// Whether one name can't be both. All that a condition may test must differ, so that a test reads one way;
  /// fields of two lists of records, or of a paper and a record, are never in scope together.
  private static func clashes(_ left: NameKind, _ right: NameKind) -> Bool {
    if left == .recordField && (right == .recordField || right == .paperField) { return false }
    if left == .paperField && right == .recordField { return false }
    return left == right || (isTested(left) && isTested(right))
  }

  private static func isTested(_ kind: NameKind) -> Bool {
    switch kind {
    case .fact, .judgement, .step, .paperField, .recordField, .records, .record: true
    default: false
    }
  }
}
