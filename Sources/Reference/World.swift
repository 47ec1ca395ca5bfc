import LawLanguage

/// A completion: every fact, field and list that is looked at has a value.
struct World {
  var facts: [String: FactValue]
  /// The fields of each paper offered, in order.
  var papers: [[String: FactValue]]
  var records: [String: [[String: FactValue]]]

  /// What is recorded, nothing added.
  init(recordedIn situation: Situation) {
    facts = situation.request.facts
    papers = situation.request.papers.indices.map(situation.recordedFields(ofPaper:))
    records = situation.request.records.mapValues(\.records)
  }
}

/// A thing that a request leaves unknown: one coordinate of its completions.
enum Unknown: Hashable {
  case fact(String)
  case paperField(paper: Int, field: String)
  /// A field of a record that is known to exist.
  case recordField(list: String, record: Int, field: String)
  /// The records of a list beyond those recorded.
  case moreRecords(list: String)

  /// As a user writes it.
  func name(in request: Request) -> String {
    switch self {
    case .fact(let name): name
    case .paperField(let paper, let field): "\(request.papers[paper].kind).\(field)"
    case .recordField(let list, let record, let field): "\(list)[\(record)].\(field)"
    case .moreRecords(let list): list
    }
  }
}

/// A value of an unknown.
enum Filling: Hashable {
  case value(FactValue)
  case records([[String: FactValue]])
}

extension World {
  /// Gives an unknown a value.
  mutating func fill(_ unknown: Unknown, with filling: Filling) {
    switch (unknown, filling) {
    case (.fact(let name), .value(let value)): facts[name] = value
    case (.paperField(let paper, let field), .value(let value)): papers[paper][field] = value
    case (.recordField(let list, let record, let field), .value(let value)): records[list]?[record][field] = value
    case (.moreRecords(let list), .records(let more)): records[list, default: []] += more
    case (.moreRecords, .value), (_, .records): assertionFailure("a value of the wrong shape")
    }
  }
}
