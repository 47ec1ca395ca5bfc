import LawLanguage

/// `convictions[0].class`: a field of a record, as a question names it.
struct RecordFieldReference {
  let list: String
  let index: Int
  let field: String

  init?(_ name: String) {
    guard let open = name.firstIndex(of: "["), let close = name.firstIndex(of: "]"), open < close,
      let index = Int(name[name.index(after: open)..<close]), index >= 0
    else { return nil }
    let rest = name[name.index(after: close)...]
    guard rest.first == "." else { return nil }
    list = String(name[..<open])
    self.index = index
    field = String(rest.dropFirst())
  }
}

/// Lists of records.
extension RequestReading {
  /// The records of a list, or nil while nothing is known of it.
  mutating func readRecords(_ fact: RequestDraft.Fact, of type: RecordType) -> Request.RecordList? {
    var isComplete = fact.isClosed
    var written: [(WrittenValue, path: String)] = []
    let path = fact.path.isEmpty ? fact.name : fact.path
    switch fact.value.content {
    case .null, .text("unknown"), .word("unknown"): break
    case .text("none"), .word("none"):
      guard fact.added.isEmpty, !fact.isClosed else {
        issues.add(
          fact.location, path, "there are none, and yet some are given", help: "leave out one of the two")
        return nil
      }
      return Request.RecordList(isComplete: true, records: [])
    case .list(let items):
      isComplete = isComplete || fact.added.isEmpty
      written = items.enumerated().map { ($1, "\(path)[\($0)]") }
    case .object(let members):
      guard members.count == 1, let member = members.first, member.name == "at-least" else {
        issues.add(
          fact.value.location, path, "expected a list of records, not an object",
          help: "write [{…}] for exactly these records, or {\"at-least\": [{…}]} if there may be more")
        return nil
      }
      guard case .list(let items) = member.value.content else {
        issues.add(
          member.value.location, "\(path).at-least", "expected a list, not \(member.value.description)",
          help: "write {\"at-least\": [{…}]}")
        return nil
      }
      written = items.enumerated().map { ($1, "\(path).at-least[\($0)]") }
    case .boolean, .number, .text, .word:
      issues.add(
        fact.value.location, path, "expected a list of records, not \(fact.value.description)",
        help: fact.location.isFile
          ? "write [{…}] for exactly these records, {\"at-least\": [{…}]}, \"none\" or \"unknown\""
          : "write \(type.name)+={…} to add one, \(type.name)=none, =complete or =unknown")
      return nil
    }
    written += fact.added.map { ($0, path) }
    if written.isEmpty {
      guard fact.isClosed else {
        return isComplete ? Request.RecordList(isComplete: true, records: []) : nil
      }
      issues.add(
        fact.location, path, "no \(type.element) is given, so there is nothing to complete",
        help: "write \(type.name)=none if there are none")
      return nil
    }
    guard written.count <= RequestLimits.records else {
      issues.add(
        written[RequestLimits.records].0.location, path,
        "a list may have \(RequestLimits.records) records, and this one has \(written.count)",
        help: "give those that the law asks for")
      return nil
    }
    var records: [[String: FactValue]] = []
    for (record, path) in written {
      records.append(readRecord(record, of: type, index: records.count, path: path))
    }
    places[type.name] = ValuePlace(location: fact.location, path: path)
    return Request.RecordList(isComplete: isComplete, records: records)
  }

  private mutating func readRecord(
    _ written: WrittenValue, of type: RecordType, index: Int, path: String
  ) -> [String: FactValue] {
    guard case .object(let members) = written.content else {
      issues.add(
        written.location, path, "expected a \(type.element), not \(written.description)",
        help: "write {\(type.fields.map { "\"\($0.name)\": …" }.joined(separator: ", "))}")
      return [:]
    }
    var record: [String: FactValue] = [:]
    for member in members {
      let fieldPath = "\(path).\(member.name)"
      guard let field = type.field(member.name) else {
        refuseName(
          member.name, what: "field of a \(type.element)", at: member.location, path: fieldPath,
          among: type.fields.map { ($0.name, $0.question) })
        continue
      }
      guard case .known(let value) = values.read(member.value, as: field.type, at: fieldPath, &issues) else { continue }
      record[field.name] = value
      places["\(type.name)[\(index)].\(field.name)"] = ValuePlace(location: member.value.location, path: fieldPath)
    }
    return record
  }

  /// Sets a field of a record that the request already has.
  mutating func setField(_ reference: RecordFieldReference, _ fact: RequestDraft.Fact, in request: inout Request) {
    guard let type = vocabulary.recordType(reference.list) else {
      refuseName(
        reference.list, what: "list of records", at: fact.location, path: fact.path,
        among: vocabulary.records.map { ($0.name, $0.question) })
      return
    }
    guard let field = type.field(reference.field) else {
      refuseName(
        reference.field, what: "field of a \(type.element)", at: fact.location, path: fact.path,
        among: type.fields.map { ($0.name, $0.question) })
      return
    }
    guard let list = request.records[type.name], list.records.indices.contains(reference.index) else {
      let count = request.records[type.name]?.records.count ?? 0
      issues.add(
        fact.location, fact.path, "the request has \(count) \(type.name), and the first is \(type.name)[0]",
        help: "add the record with \(type.name)+={…}")
      return
    }
    guard case .known(let value) = values.read(fact.value, as: field.type, at: fact.path, &issues) else { return }
    request.records[type.name]?.records[reference.index][field.name] = value
    places[fact.name] = ValuePlace(location: fact.value.location, path: fact.path)
  }
}
