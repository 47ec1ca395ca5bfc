package import LawLanguage
import Norms
import Reasoning

extension RowTable {
  /// The rows of requests with one offer: nothing else of them differs.
  package init(of requests: [Request], vocabulary: Vocabulary) {
    let requests = requests.map { $0.knowingHours(by: vocabulary) }
    self.init(
      acted: requests.map(\.day.number), asked: requests.map(\.askedDay.number),
      decided: requests.map(\.decidedDay.number))
    func instants(_ values: [Instant?]) -> [Int64]? {
      values.contains { $0 != nil } ? values.map { $0?.seconds ?? .min } : nil
    }
    actedAt = instants(requests.map(\.acted))
    askedAt = instants(requests.map(\.asked))
    decidedAt = instants(requests.map(\.decided))
    for name in Set(requests.flatMap(\.facts.keys)) {
      guard let type = vocabulary.fact(name)?.type else { continue }
      facts[name] = RowColumn(requests.map { $0.facts[name] }, type)
    }
    let papers = requests.map(\.papers.count).max() ?? 0
    for paper in 0..<papers {
      let fields = requests.map {
        $0.papers.indices.contains(paper) ? $0.papers[paper].fields : [:]
      }
      var columns: [String: RowColumn] = [:]
      for name in Set(fields.flatMap(\.keys)) {
        guard let type = vocabulary.paperField(name)?.type else { continue }
        columns[name] = RowColumn(fields.map { $0[name] }, type)
      }
      self.papers.append(columns)
    }
    for name in Set(requests.flatMap(\.records.keys)) {
      guard let type = vocabulary.recordType(name) else { continue }
      lists[name] = RowList(requests.map { $0.records[name] }, type)
    }
  }
}

extension Request {
  /// With what the hour of the act settles: a row has no other way to say it.
  fileprivate func knowingHours(by vocabulary: Vocabulary) -> Request {
    guard acted != nil, vocabulary.hourMarks.contains(where: { $0.day == day }),
      let zone = vocabulary.zone(of: agency.locality ?? jurisdiction)
    else { return self }
    var request = self
    request.facts = facts(in: zone, by: vocabulary)
    return request
  }
}

extension RowList {
  /// Lists of rows; nothing is known of one that is nil.
  init(_ lists: [Request.RecordList?], _ type: RecordType) {
    var offsets: [Int32] = [0]
    for list in lists { offsets.append((offsets.last ?? 0) + Int32(list?.records.count ?? 0)) }
    let records = lists.flatMap { $0?.records ?? [] }
    var fields: [String: RowColumn] = [:]
    for field in type.fields {
      fields[field.name] = RowColumn(records.map { $0[field.name] }, field.type)
    }
    self.init(
      offsets: offsets,
      completeness: lists.map { list in
        list?.isComplete ?? false ? Completeness.complete.rawValue : Completeness.atLeast.rawValue
      }, fields: fields)
  }
}

extension RowColumn {
  /// Values of a type; one that is nil is unknown.
  package init(_ values: [FactValue?], _ type: ValueType) {
    switch type {
    case .yesNo: self.init(.bytes(values.map { $0.map { $0 == .yesNo(true) ? 1 : 0 } ?? .max }))
    case .date:
      self.init(.integers(values.map { if case .date(let day) = $0 { day.number } else { .min } }))
    case .instant:
      self.init(
        .instants(
          values.map { if case .instant(let instant) = $0 { instant.seconds } else { .min } }))
    case .number:
      let numbers = values.map { value -> Int? in
        if case .number(let number) = value { number } else { nil }
      }
      if numbers.allSatisfy({ $0.map { (0..<255).contains($0) } ?? true }) {
        self.init(.bytes(numbers.map { $0.map { UInt8($0) } ?? .max }))
      } else {
        self.init(.integers(numbers.map { $0.map { Int32(clamping: $0) } ?? .min }))
      }
    case .choice, .code:
      var words: [String] = []
      var places: [String: Int] = [:]
      let found = values.map { value -> Int? in
        let word: String
        switch value {
        case .choice(let own), .code(let own): word = own
        case .yesNo, .number, .date, .instant, nil: return nil
        }
        if let known = places[word] { return known }
        places[word] = words.count
        words.append(word)
        return words.count - 1
      }
      if words.count < 255 {
        self.init(.bytes(found.map { $0.map { UInt8($0) } ?? .max }), words: words)
      } else {
        // A word that has no place of its own is unknown: that leaves answers open, and flips none.
        self.init(.places(found.map { $0.map { UInt16(clamping: $0) } ?? .max }), words: words)
      }
    }
  }
}
