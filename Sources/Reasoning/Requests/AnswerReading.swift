package import LawLanguage

extension Library {
  /// The request with one more fact, as somebody typed it when asked.
  ///
  /// - Throws: `RequestError` if what was typed is not of the fact's type, or breaks a constraint.
  package func request(
    _ request: Request, answering path: FactPath, with text: String
  ) throws(RequestError) -> Request {
    var reading = RequestReading(library: self, draft: RequestDraft(from: .answer), now: Instant(seconds: 0))
    reading.values = ValueReader(
      zone: vocabulary.zone(of: request), spelling: reading.values.spelling, now: reading.now)
    guard let type = vocabulary.type(of: path) else { return request }
    let written = WrittenValue(.word(text), at: .answer)
    let value = reading.values.read(written, as: type, at: "", &reading.issues)
    try reading.issues.check()
    guard case .known(let value) = value else { return request }
    var answered = request
    answered.set(path, to: value)
    reading.places[path.name] = RequestReading.ValuePlace(location: .answer, path: "")
    reading.checkConstraints(answered)
    try reading.issues.check()
    return answered
  }
}

extension Vocabulary {
  /// The type of a fact, of a paper's field or of a record's field; nil for a list of records.
  package func type(of path: FactPath) -> ValueType? {
    switch path {
    case .fact(let name): fact(name)?.type
    case .paper(_, _, let field): paperField(field)?.type
    case .record(let list, _, let field): recordType(list)?.field(field)?.type
    case .records: nil
    }
  }
}

extension Request {
  /// Makes a fact, a paper's field or a record's field known.
  mutating func set(_ path: FactPath, to value: FactValue) {
    switch path {
    case .fact(let name): facts[name] = value
    case .paper(let index, _, let field):
      if papers.indices.contains(index) { papers[index].fields[field] = value }
    case .record(let list, let index, let field):
      if records[list]?.records.indices.contains(index) ?? false { records[list]?.records[index][field] = value }
    case .records: break
    }
  }
}
