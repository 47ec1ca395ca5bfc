internal import Foundation
public import LawLanguage
internal import Ledger

/// What somebody does with cases.
extension Office {
  // MARK: New cases

  /// Takes in a request, or begins a case without one, decides it, and answers once all of that is durable.
  ///
  /// - Throws: `OfficeRefusal.refused(.request)` where what is handed in cannot be read against the law's words: keep
  ///   it whole then with `keepUnreadable`.
  public func receive(
    _ intake: Intake, person: Person? = nil, documents: [NewDocument] = [], by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try await receive(intake, person: person, documents: documents, by: hand, as: CaseID(), at: clock())
  }

  package func receive(
    _ intake: Intake, person: Person?, documents: [NewDocument], by hand: Hand, as id: CaseID, at now: Instant
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(.enterCases, of: hand.staff)
    struct Call: Encodable {
      let intake: Intake
      let person: Person?
      let documents: [String]
    }
    let call = Call(intake: intake, person: person, documents: documents.map(\.entry.digest))
    let keyed = try AnswerKey(hand, call, naming: naming)
    guard intake.opening.agency == hand.staff.agency else { throw .noAgency(intake.opening.agency) }
    try check(documents)
    return try await once(keyed) { law, steps throws(OfficeRefusal) in
      var change = try self.opened(intake.opening, as: id, by: hand, at: now, law: law)
      if let person { try self.add(person, to: &change) }
      for document in documents { try self.add(document, to: &change) }
      for paper in intake.papers { try change.add(.checkPaper(paper)) }
      for fact in intake.facts {
        guard let judgement = fact.judgement else {
          try change.add(.recordFact(fact: fact.fact, value: fact.value, source: fact.source))
          continue
        }
        try self.require(.judge, of: hand.staff)
        try change.add(.judge(fact: fact.fact, value: fact.value ?? "", why: judgement.why))
      }
      for list in intake.lists { try change.add(.recordList(list)) }
      try change.propose(because: .recorded)
      return try await self.store(
        change, steps: steps, opening: true, alerts: [], outcome: nil, keyed: keyed)
    }
  }

  /// Keeps what came in and could not be read: whole, flagged, for a person.
  public func keepUnreadable(
    _ document: NewDocument, why: String, received: Instant, channel: Channel, by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try await keepUnreadable(
      document, why: why, received: received, channel: channel, by: hand, as: CaseID(), at: clock())
  }

  package func keepUnreadable(
    _ document: NewDocument, why: String, received: Instant, channel: Channel, by hand: Hand, as id: CaseID,
    at now: Instant
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(.enterCases, of: hand.staff)
    let opening = Opening(
      start: .unreadable(document: document.entry.digest, why: String(why.prefix(TextBounds.short))),
      agency: hand.staff.agency, received: received, channel: channel)
    // Whoever repeats the call does so later, and may have another moment of receipt and other words for why.
    let keyed = try AnswerKey(hand, [document.entry.digest, channel.rawValue], naming: naming)
    try check([document])
    return try await once(keyed) { law, steps throws(OfficeRefusal) in
      var change = try self.opened(opening, as: id, by: hand, at: now, law: law)
      try self.add(document, to: &change)
      let alert = Alert(kind: .unreadable, text: "Something came in by \(channel.title) that could not be read.")
      return try await self.store(
        change, steps: steps, opening: true, alerts: [alert], outcome: nil, keyed: keyed)
    }
  }

  private func opened(
    _ opening: Opening, as id: CaseID, by hand: Hand, at now: Instant, law: OfficeLaw
  ) throws(OfficeRefusal) -> CaseChange {
    let happened = try happened(hand, at: now)
    guard opening.received <= now else { throw .refused(.inTheFuture("the time at which it came in")) }
    do {
      if let requester = opening.requester {
        _ = try TextBounds.text(requester, "the office that asks", limit: TextBounds.short)
      }
    } catch { throw .refused(error) }
    for act in opening.acts where law.vocabulary.act(act) == nil { throw .refused(.notAsked(act)) }
    if case .event(let fact) = opening.start, law.vocabulary.fact(fact) == nil { throw .refused(.noFact(fact)) }
    let first = CaseEvent(
      number: 1, recorded: now, happened: happened, by: Signature(hand.staff), onBehalfOf: hand.onBehalfOf,
      lateBecause: hand.late?.because, what: .opened(opening))
    let file: CaseFile
    // The number is taken in the transaction that stores the case.
    do { file = try CaseFile(id: id, number: CaseNumber(year: 0, count: 0), events: [first]) } catch {
      throw .unreadable("\(error)")
    }
    return CaseChange(
      file: file, events: [first], hand: hand, now: now, happened: happened, law: law,
      profile: try profile(opening.agency))
  }

  private func check(_ documents: [NewDocument]) throws(OfficeRefusal) {
    for document in documents {
      guard document.bytes.count <= NewDocument.largest else {
        throw .tooLarge("a document", limit: NewDocument.largest)
      }
      do {
        for text in [document.entry.title, document.entry.mediaType] {
          _ = try TextBounds.text(text, "what the document is called", limit: TextBounds.short)
        }
      } catch { throw .refused(error) }
    }
  }

  private func add(_ person: Person, to change: inout CaseChange) throws(OfficeRefusal) {
    do {
      _ = try TextBounds.text(person.name, "the name", limit: TextBounds.short)
      for text in person.identifiers.flatMap({ [$0.key, $0.value] })
        + [person.dateOfBirth, person.language].compactMap({ $0 })
      {
        _ = try TextBounds.text(text, "what the paper says of the person", limit: TextBounds.short)
      }
    } catch { throw .refused(error) }
    guard person.identifiers.count <= 20 else { throw .tooLarge("the list of numbers on the paper", limit: 20) }
    change.person = person
    try change.add(.personRecorded)
  }

  private func add(_ document: NewDocument, to change: inout CaseChange) throws(OfficeRefusal) {
    change.documents.append(document)
    try change.add(.documentAttached(document.entry))
  }

  // MARK: What is done to a case

  /// Does something to a case that has not changed since it was read.
  ///
  /// - Parameter version: The version that whoever does it has seen.
  public func perform(
    _ command: CaseCommand, on id: CaseID, version: Int, by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try await perform(command, on: id, version: version, by: hand, at: clock())
  }

  package func perform(
    _ command: CaseCommand, on id: CaseID, version: Int?, by hand: Hand, at now: Instant
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(command.action, of: hand.staff)
    struct Call: Encodable {
      let command: CaseCommand
      let id: CaseID
    }
    let keyed = try AnswerKey(hand, Call(command: command, id: id), naming: naming)
    return try await once(keyed) { law, steps throws(OfficeRefusal) in
      var change = try await self.change(
        id, expecting: version, by: hand, at: now, law: law, toKeep: command.isAboutKeeping)
      if command.decides, change.file.closed == nil, change.file.sealed == nil,
        let answer = try change.propose(because: .time, isWhole: true)
      {
        // Between looking and deciding the answer became another: it is recorded, and the decision is not.
        let receipt = try await self.store(
          change, steps: steps, opening: false, alerts: [], outcome: answer, keyed: nil)
        if case .decide = command { throw .answerChanged(version: receipt.version, answer) }
        change = try await self.change(id, expecting: receipt.version, by: hand, at: now, law: law)
      }
      try change.add(command)
      let bears = change.events.contains { $0.what.bearsOnDecision } || command == .proposeAgain
      let answer = bears ? try change.propose(because: .recorded) : nil
      guard !change.events.isEmpty else { return self.unchanged(change) }
      return try await self.store(
        change, steps: steps, opening: false, alerts: Office.alerts(of: command, change), outcome: answer, keyed: keyed)
    }
  }

  /// Attaches a document to a case.
  public func attach(
    _ document: NewDocument, to id: CaseID, version: Int, by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(.recordFacts, of: hand.staff)
    try check([document])
    let keyed = try AnswerKey(hand, [id.description, document.entry.digest], naming: naming)
    return try await once(keyed) { law, steps throws(OfficeRefusal) in
      var change = try await self.change(id, expecting: version, by: hand, at: self.clock(), law: law)
      try self.add(document, to: &change)
      return try await self.store(
        change, steps: steps, opening: false, alerts: [], outcome: nil, keyed: keyed)
    }
  }

  /// Writes or corrects the record of whom a case is about.
  public func record(
    _ person: Person, in id: CaseID, version: Int, by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(.recordFacts, of: hand.staff)
    return try await withLaw { law, steps throws(OfficeRefusal) in
      var change = try await self.change(id, expecting: version, by: hand, at: self.clock(), law: law)
      try self.add(person, to: &change)
      return try await self.store(
        change, steps: steps, opening: false, alerts: [], outcome: nil, keyed: nil)
    }
  }

  private func unchanged(_ change: CaseChange) -> CaseReceipt {
    CaseReceipt(
      id: change.file.id, number: change.file.number, version: change.file.version, stage: change.file.stage,
      logEntries: [], change: nil, alerts: [])
  }

  private static func alerts(of command: CaseCommand, _ change: CaseChange) -> [Alert] {
    var alerts: [Alert] = []
    if case .breakGlass = command {
      alerts.append(
        Alert(
          kind: .breakGlass,
          text: "Emergency decision in case \(change.file.number); review it by the next business day."))
    }
    if case .raiseCitizenship = command {
      let counsel = change.profile.counselOnCall.first.map { ": \($0)" } ?? ""
      alerts.append(
        Alert(
          kind: .citizenship,
          text: "Evidence of US citizenship in case \(change.file.number). Call counsel now\(counsel)."))
    }
    if !change.file.overtakenDecisions.isEmpty, change.events.contains(where: { $0.what.kind == .proposed }) {
      alerts.append(
        Alert(
          kind: .overtaken, text: "The law's answer in case \(change.file.number) is no longer what was decided."))
    }
    return alerts
  }

  /// Does something once under a caller's key: what was done under it before is answered as it was then.
  func once(
    _ key: AnswerKey?, _ body: (OfficeLaw, Int) async throws(OfficeRefusal) -> CaseReceipt
  ) async throws(OfficeRefusal) -> CaseReceipt {
    guard let key else { return try await withLaw(body) }
    if let answered = try await read({ try $0.answer(to: key) }) { return try await signed(answered) }
    do { return try await withLaw(body) } catch {
      // The same call may have been sent twice, and the other have been first.
      guard case .changedMeanwhile = error, let answered = try await read({ try $0.answer(to: key) }) else {
        throw error
      }
      return try await signed(answered)
    }
  }

  /// A receipt of earlier, once the log is signed that holds what it is for: after a failed write it may be stored, and
  /// nobody may be told so yet.
  private func signed(_ receipt: CaseReceipt) async throws(OfficeRefusal) -> CaseReceipt {
    let size = await ledger.latest?.checkpoint.size ?? 0
    if let last = receipt.logEntries.max(), last >= size { try await write { _ in } }
    return receipt
  }

  /// Runs with the adopted law; once more where it was replaced in between.
  func withLaw<Value: Sendable>(
    _ body: (OfficeLaw, Int) async throws(OfficeRefusal) -> Value
  ) async throws(OfficeRefusal) -> Value {
    var tries = 0
    while true {
      let (law, steps) = try lawNow()
      do { return try await body(law, steps) } catch {
        tries += 1
        guard case .lawChanged = error, tries < 5 else { throw error }
        await Task.yield()
      }
    }
  }

  // MARK: Time and law

  /// Decides again the cases for which time or law may have changed the answer, the longest waiting first. To be called
  /// by a clock, every minute, and after law was adopted; call again while it returns as many as the limit.
  public func reconsider(limit: Int = 200) async throws(OfficeRefusal) -> [CaseReceipt] {
    try await reconsider(limit: limit, at: clock())
  }

  package func reconsider(limit: Int, at now: Instant) async throws(OfficeRefusal) -> [CaseReceipt] {
    let due = try await read { rows in try rows.toReconsider(at: now, limit: limit) }
    var receipts: [CaseReceipt] = []
    var trouble: OfficeRefusal?
    for (id, agency) in due {
      // A case that cannot be read, or that somebody changes just now, must not keep the others waiting.
      do { receipts.append(try await reconsider(id, of: agency, at: now)) } catch { trouble = trouble ?? error }
    }
    if let trouble, receipts.isEmpty { throw trouble }
    return receipts
  }

  private func reconsider(
    _ id: CaseID, of agency: String, at now: Instant
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try await withLaw { law, steps throws(OfficeRefusal) in
      let (file, profile) = (
        try await self.read { rows -> CaseFile in
          guard let entry = try rows.entry(id) else { throw OfficeRefusal.noCase }
          return try rows.file(of: entry)
        }, try self.profile(agency)
      )
      var change = CaseChange(
        file: file, hand: Hand(.desk(of: agency)), now: now, happened: now, law: law, profile: profile)
      let cause: DecisionChange.Cause = file.proposal.map { $0.library == law.digest } ?? true ? .time : .law
      let answer = try change.propose(because: cause)
      let alerts = answer == nil ? [] : Office.alerts(of: .proposeAgain, change)
      return try await self.store(
        change, steps: steps, opening: false, alerts: alerts, outcome: answer, keyed: nil)
    }
  }
}

extension CaseCommand {
  /// Whether it is a decision, which is taken on what the law says at that moment.
  fileprivate var decides: Bool {
    switch self {
    case .decide, .breakGlass: true
    default: false
    }
  }
}
