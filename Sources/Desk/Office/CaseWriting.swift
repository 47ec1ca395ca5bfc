internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Reasoning
internal import Synchronization

/// A case as it will be, with what is to be written for it.
struct CaseChange: Sendable {
  var file: CaseFile
  var events: [CaseEvent] = []
  var person: Person?
  var documents: [NewDocument] = []
  var letters: [IssuedLetter] = []
  let hand: Hand
  let now: Instant
  let happened: Instant
  let law: OfficeLaw
  let profile: AgencyProfile

  var context: CaseContext {
    CaseContext(staff: hand.staff, now: now, happened: happened, law: law, profile: profile)
  }

  /// Adds what somebody did.
  mutating func add(_ what: Happening) throws(OfficeRefusal) {
    try add(context.event(what, number: file.version + 1, by: hand))
  }

  /// Adds what the desk does by itself.
  mutating func addByDesk(_ what: Happening) throws(OfficeRefusal) {
    try add(CaseEvent(number: file.version + 1, recorded: now, happened: now, by: nil, what: what))
  }

  private mutating func add(_ event: CaseEvent) throws(OfficeRefusal) {
    do { try file.apply(event) } catch { throw .unreadable("\(error)") }
    events.append(event)
  }

  mutating func add(_ command: CaseCommand) throws(OfficeRefusal) {
    let happenings: [Happening]
    do { happenings = try file.happenings(for: command, in: context) } catch { throw .refused(error) }
    for what in happenings { try add(what) }
  }

  /// Decides again, and records what came out where it is another: an answer, a window, a duty, or a question.
  ///
  /// - Parameter isWhole: Whether somebody decides on it: then what they see is kept whole.
  /// - Returns: What changed in substance; nil where nothing did.
  @discardableResult
  mutating func propose(
    because cause: DecisionChange.Cause, isWhole: Bool = false
  ) throws(OfficeRefusal) -> DecisionChange? {
    if case .unreadable = file.opening.start, file.papers.isEmpty, file.acts.isEmpty, file.facts.isEmpty { return nil }
    let proposal: Proposal
    do {
      proposal = try law.proposal(on: file, for: profile, at: now, because: cause, isWhole: isWhole)
    } catch {
      // What was recorded stands; nothing is issued by it, and a person sees why.
      if file.notProposed != "\(error)" { try addByDesk(.notProposed(why: "\(error)")) }
      return nil
    }
    if let last = file.proposal, file.notProposed == nil, proposal.change?.isEmpty ?? false,
      last.questions == proposal.questions, last.followUps == proposal.followUps, last.library == proposal.library,
      !isWhole || last.document != nil
    {
      return nil
    }
    try addByDesk(.proposed(proposal))
    return proposal.change.flatMap { $0.isEmpty ? nil : $0 }
  }

  var projection: Projection { Projection(file, by: law, for: profile, at: now) }
}

extension Office {
  /// The law, and the number of adoption steps at which it was the one adopted.
  func lawNow() throws(OfficeRefusal) -> (law: OfficeLaw, steps: Int) {
    let (law, steps) = state.withLock { ($0.adopted, $0.steps.count) }
    guard let law else { throw .nothingAdopted }
    return (law, steps)
  }

  /// When something happened by somebody's word, held against now.
  func happened(_ hand: Hand, at now: Instant) throws(OfficeRefusal) -> Instant {
    do {
      if let other = hand.onBehalfOf {
        _ = try TextBounds.text(other, "on whose behalf it is entered", limit: TextBounds.short)
      }
    } catch { throw .refused(error) }
    guard let late = hand.late else { return now }
    do {
      _ = try TextBounds.text(late.because, "why it is entered late")
      guard late.happened <= now else { throw CaseRefusal.inTheFuture("the time at which it happened") }
    } catch let refusal as CaseRefusal { throw .refused(refusal) } catch { throw .unreadable("\(error)") }
    return late.happened
  }

  /// Reads a case to change it.
  func change(
    _ id: CaseID, expecting version: Int?, by hand: Hand, at now: Instant, law: OfficeLaw, toKeep: Bool = false
  ) async throws(OfficeRefusal) -> CaseChange {
    let happened = try happened(hand, at: now)
    let (file, agency) = try await read { rows in
      let entry = try self.entry(id, for: hand.staff, in: rows, toKeep: toKeep)
      let events = try rows.events(of: entry)
      if let version, version != entry.version {
        throw OfficeRefusal.changedMeanwhile(
          .init(version: entry.version, since: Array(events.dropFirst(max(0, version)))))
      }
      return (try CaseFile(id: id, number: entry.number, events: events), entry.agency)
    }
    return CaseChange(
      file: file, hand: hand, now: now, happened: happened, law: law, profile: try profile(agency))
  }

  /// Writes a new case, or adds to one, if nobody else was first.
  func store(
    _ change: CaseChange, steps: Int, opening isNew: Bool, alerts: [Alert], outcome: DecisionChange?,
    keyed: AnswerKey?
  ) async throws(OfficeRefusal) -> CaseReceipt {
    let projection = change.projection
    let year = Office.year(of: change)
    return try await write { rows in
      // Somebody with the same key may have been first in the meantime.
      if let keyed, let answered = try rows.answer(to: keyed) { return answered }
      guard try rows.adoptionSteps() == steps else { throw OfficeRefusal.lawChanged }
      let id = change.file.id
      let (row, number): (Int64, CaseNumber)
      let key: DataKey
      if isNew {
        (row, number) = try rows.insert(id, projection, year: year)
        key = DataKey()
        try rows.keys.add(key, .record, of: row)
      } else {
        guard let entry = try rows.entry(id), let known = try rows.keys.key(.record, of: entry.row) else {
          throw OfficeRefusal.erased
        }
        let read = change.file.version - change.events.count
        guard entry.version == read else {
          let since = try rows.events(of: entry).dropFirst(read)
          throw OfficeRefusal.changedMeanwhile(.init(version: entry.version, since: Array(since)))
        }
        (row, number, key) = (entry.row, entry.number, known)
      }
      let entries = try rows.append(change.events, to: row, id: id, under: key)
      if let person = change.person { try rows.put(person, of: row, id: id) }
      for document in change.documents { try rows.put(document, of: row, id: id, under: key) }
      for letter in change.letters { try rows.put(letter, of: row) }
      try rows.project(projection, on: row)
      let receipt = CaseReceipt(
        id: id, number: number, version: change.file.version, stage: change.file.stage, logEntries: entries,
        change: outcome, alerts: alerts)
      if let keyed { try rows.keep(receipt, for: keyed, at: change.now) }
      return receipt
    }
  }

  private static func year(of change: CaseChange) -> Int {
    let zone = change.law.vocabulary.zone(of: change.profile.place)
    return (zone?.day(of: change.now) ?? Day(number: Int32(change.now.seconds / 86_400))).civil.year
  }
}

/// A caller's key, with what was called: the same call is answered the same, another one refused.
struct AnswerKey: Sendable {
  let agency: String
  let staff: String
  let key: String
  let request: String

  /// The longest key taken.
  static let longest = 255

  /// - Parameter naming: The key under which the call is told from others, so that its digest says nothing of a person.
  init?(_ hand: Hand, _ call: some Encodable, naming: DataKey) throws(OfficeRefusal) {
    guard let key = hand.idempotencyKey else { return nil }
    guard !key.isEmpty, key.utf8.count <= AnswerKey.longest else {
      throw .tooLarge("an idempotency key", limit: AnswerKey.longest)
    }
    agency = hand.staff.agency
    staff = hand.staff.id
    self.key = key
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let bytes = try? encoder.encode(call) else { throw .unreadable("the call cannot be written down") }
    request = naming.name(of: digest(of: bytes))
  }
}

extension CaseRows {
  func answer(to key: AnswerKey) throws -> CaseReceipt? {
    let statement = try db.cachedStatement(
      sql: "SELECT request, response FROM desk_answer WHERE agency = ? AND staff = ? AND key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key.agency, key.staff, key.key]) else { return nil }
    guard row[0] == key.request else { throw OfficeRefusal.keyReused }
    return try JSONDecoder().decode(CaseReceipt.self, from: row[1] as Data)
  }

  func keep(_ receipt: CaseReceipt, for key: AnswerKey, at now: Instant) throws {
    // A change in the answer is the case's, and not kept in the open.
    let kept = CaseReceipt(
      id: receipt.id, number: receipt.number, version: receipt.version, stage: receipt.stage,
      logEntries: receipt.logEntries, change: nil, alerts: receipt.alerts)
    try db.cachedStatement(
      sql: "INSERT INTO desk_answer (agency, staff, key, request, response, at) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(
      arguments: [key.agency, key.staff, key.key, key.request, try JSONEncoder().encode(kept), now.seconds])
  }

  func adoptionSteps() throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM desk_adoption")) ?? 0
  }
}
