internal import LawLanguage
internal import Reasoning

/// Papers, facts and lists: what is recorded is first read against the law's words, as a request with it would be.
extension CaseFile {
  func checked(
    _ check: PaperCheck, _ number: Int?, _ context: CaseContext
  ) throws(CaseRefusal) -> PaperCheck {
    if let served = check.served {
      guard served.at <= context.now else { throw .inTheFuture("the time at which the person was given the paper") }
    }
    if let other = check.attachedTo, !papers.indices.contains(other - 1) || other == number { throw .noPaper(other) }
    for document in check.documents where !documents.contains(where: { $0.digest == document }) {
      throw .noDocument(document)
    }
    if let signer = check.signer { _ = try TextBounds.text(signer, "who signed", limit: TextBounds.short) }
    guard check.boxes.count <= 50, check.grounds.count <= 50 else {
      throw .textTooLong("the list of boxes and grounds", limit: 50)
    }
    for text in check.boxes + check.grounds {
      _ = try TextBounds.text(text, "a box or ground", limit: TextBounds.short)
    }
    // A paper that names somebody else is no ground; what stands on it is read all the same.
    var read = check
    read.names = .thePerson
    let position = number.map { number in offeredPapers.prefix { $0.number < number }.count } ?? offeredPapers.count
    let happening: Happening =
      number.map { .paperCorrected(number: $0, read) } ?? .paperChecked(number: papers.count + 1, read)
    let (request, zone) = try reading([happening], in: context)
    var normal = check
    guard request.papers.indices.contains(position) else { return normal }
    for name in check.fields.keys { normal.fields[name] = request.papers[position].fields[name]?.text(in: zone) }
    return normal
  }

  func recorded(
    _ name: String, _ value: String?, from source: String, judgedWhy why: String?, in context: CaseContext
  ) throws(CaseRefusal) -> Happening {
    guard let fact = context.vocabulary.fact(name) else { throw .noFact(name) }
    var judgement: FactEntry.Judgement?
    if let why {
      guard fact.isJudgement else { throw .isNoJudgement(name) }
      judgement = FactEntry.Judgement(
        by: Signature(context.staff).text, why: try TextBounds.text(why, "the reason"))
    } else if fact.isJudgement, value != nil {
      throw .isJudgement(name)
    }
    let source = try TextBounds.text(source, "the source")
    let written = value.map(\.trimmingSpace).flatMap { $0.isEmpty || $0 == "unknown" ? nil : $0 }
    let entry = FactEntry(fact: name, value: written, source: source, judgement: judgement)
    let (request, zone) = try reading([.factRecorded(entry)], in: context)
    // Kept as the request has it: a moment with its offset, so that it means the same for good.
    let normal = written == nil ? nil : request.facts[name]?.text(in: zone)
    return .factRecorded(FactEntry(fact: name, value: normal, source: source, judgement: judgement))
  }

  func recorded(_ list: ListEntry, in context: CaseContext) throws(CaseRefusal) -> Happening {
    guard context.vocabulary.recordType(list.list) != nil else { throw .noFact(list.list) }
    let source = try TextBounds.text(list.source, "the source")
    let entry = ListEntry(list: list.list, isComplete: list.isComplete, records: list.records, source: source)
    let (request, zone) = try reading([.listRecorded(entry)], in: context)
    let normal = request.records[list.list]?.records.map { $0.mapValues { $0.text(in: zone) } }
    return .listRecorded(
      ListEntry(list: list.list, isComplete: list.isComplete, records: normal ?? list.records, source: source))
  }

  /// The answer to a question, as the recording of a fact, of a paper's field or of a record's field.
  func answer(
    _ asked: AskedFact, _ value: String?, _ source: String, in context: CaseContext
  ) throws(CaseRefusal) -> [Happening] {
    switch asked {
    case .fact(let name): return [try recorded(name, value, from: source, judgedWhy: nil, in: context)]
    case .paperField(let number, let field):
      guard papers.indices.contains(number - 1) else { throw .noPaper(number) }
      guard papers[number - 1].cancelled == nil else { throw .paperCancelled(number) }
      var check = papers[number - 1].check
      check.fields[field] = value
      return [.paperCorrected(number: number, try checked(check, number, context))]
    case .list(let name):
      guard value?.trimmingSpace == "none" else { throw .noFact(name) }
      return [
        try recorded(ListEntry(list: name, isComplete: true, records: [], source: source), in: context)
      ]
    case .recordField(let name, let index, let field):
      guard let entry = lists[name]?.last?.entry, entry.records.indices.contains(index) else { throw .noFact(name) }
      var records = entry.records
      records[index][field] = value
      return [
        try recorded(
          ListEntry(list: name, isComplete: entry.isComplete, records: records, source: source), in: context)
      ]
    }
  }

  /// The request as it would read after these happenings.
  private func reading(
    _ happenings: [Happening], in context: CaseContext
  ) throws(CaseRefusal) -> (Request, Zone) {
    let zone = try context.zone()
    let file: CaseFile
    do { file = try after(happenings, in: context) } catch { throw .noProposal(error.description) }
    return (try file.request(for: context.profile, in: context.law.library, at: context.now), zone)
  }
}
