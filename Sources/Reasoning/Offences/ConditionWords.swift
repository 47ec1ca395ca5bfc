import LawLanguage

extension Condition {
  /// Whether it looks at a list by name, or at a definition, which may.
  var looksAtLists: Bool {
    switch self {
    case .not(let inner): inner.looksAtLists
    case .all(let parts), .any(let parts): parts.contains(where: \.looksAtLists)
    case .defined: true
    case .count(let count): count.condition?.looksAtLists ?? false
    case .test(let test): if case .inList(.named) = test.comparison { true } else { false }
    }
  }

  /// The fields of the record that it tests.
  var fields: [String] {
    switch self {
    case .not(let inner): inner.fields
    case .all(let parts), .any(let parts): parts.flatMap(\.fields)
    case .defined, .count: []
    case .test(let test): if case .field(let name) = test.subject { [name] } else { [] }
    }
  }

  /// The condition as the law writes it, for a reader: `class is felony and convicted-on is within 15 years before acted`.
  var words: String {
    switch self {
    case .not(let inner): "not \(inner.enclosed)"
    case .all(let parts): parts.map(\.enclosed).joined(separator: " and ")
    case .any(let parts): parts.map(\.enclosed).joined(separator: " or ")
    case .defined(let name): name.name
    case .count(let count): "\(count.atLeast) or more of \(count.records)"
    case .test(let test): test.words
    }
  }

  /// In brackets where a joining word could be read two ways.
  var enclosed: String {
    switch self {
    case .all, .any: "(\(words))"
    case .not, .defined, .count, .test: words
    }
  }
}

extension Test {
  fileprivate var words: String {
    let name = subject.words
    return switch comparison {
    case .holds: name
    case .choice(let value): "\(name) is \(value)"
    case .number(let number): "\(name) is \(number)"
    case .bound(let bound, let number): "\(name) is \(bound.rawValue) \(number)"
    case .inList(.inline(let values)): "\(name) is \(values.joined(separator: " or "))"
    case .inList(.named(let list)): "\(name) is in \(list.name)"
    case .date(let order, let reference): "\(name) is \(order.rawValue) \(reference.words)"
    case .within(let span, let before, let reference, _):
      "\(name) is within \(span.count) \(span.unit.rawValue) \(before ? "before" : "after") \(reference.words)"
    }
  }
}

extension Test.Subject {
  fileprivate var words: String {
    switch self {
    case .fact(let name), .field(let name): name
    case .date(let date): date.rawValue
    }
  }
}

extension DateReference {
  fileprivate var words: String {
    switch self {
    case .day(let day): day.description
    case .subject(let subject): subject.words
    }
  }
}
