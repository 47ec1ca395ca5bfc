internal import Foundation
internal import GRDB
internal import LawLanguage
public import Ledger
public import Reasoning

/// On what a letter of a case stands.
public struct LetterGround: Sendable {
  /// The case.
  public let file: CaseFile
  /// Whom it is about; nil where that is not recorded.
  public let person: Person?
  /// What the law says now of the acts asked about, and of those that the letter itself would do.
  public let decision: Decision
  /// The salted digest of the decision's receipt: what the log holds for the proposal.
  public let receipt: String
}

extension Office {
  /// What a letter of a case stands on.
  ///
  /// - Parameter acts: The acts beyond those asked about on which the decision must speak.
  public func letterGround(
    of id: CaseID, deciding acts: [String] = [], for staff: Staff
  ) async throws(OfficeRefusal) -> LetterGround {
    try require(.recordFacts, of: staff)
    try require(.readPersons, of: staff)
    let (file, person, receipt) = try await read { rows -> (CaseFile, Person?, String?) in
      let entry = try self.entry(id, for: staff, in: rows)
      let events = try rows.events(of: entry)
      let proposed = events.last { $0.what.kind == .proposed }
      let number = try proposed.flatMap { try rows.logEntry(of: $0.number, in: entry) }
      let digest = try number.map { try rows.ledger.entry($0, in: rows.db).commitment.bytes }
      return (
        try CaseFile(id: id, number: entry.number, events: events), try rows.person(of: entry),
        digest.map(Hexadecimal.text)
      )
    }
    guard let receipt else { throw .refused(.noProposal(file.notProposed ?? "the law has not been asked")) }
    return LetterGround(file: file, person: person, decision: try decision(on: file, andOn: acts), receipt: receipt)
  }

  /// What the law says of a case now, of these acts too.
  func decision(on file: CaseFile, andOn acts: [String]) throws(OfficeRefusal) -> Decision {
    var asked = file
    asked.acts += acts.filter { !asked.acts.contains($0) }
    return try decision(on: asked)
  }

  /// Keeps a letter as it goes out: its PDF as a document of the case, and an entry of the log that tells its number and
  /// digest and nothing else, so that whoever holds the letter can check it.
  public func issue(
    _ letter: IssuedLetter, pdf: [UInt8], in id: CaseID, version: Int, by hand: Hand
  ) async throws(OfficeRefusal) -> CaseReceipt {
    try require(.recordFacts, of: hand.staff)
    guard pdf.count <= NewDocument.largest else { throw .tooLarge("a letter", limit: NewDocument.largest) }
    let document = NewDocument(
      pdf, title: "\(letter.title), \(letter.number)", mediaType: "application/pdf", direction: .sent)
    guard document.entry.digest == letter.document, IssuedLetter.isNumber(letter.number) else {
      throw .unreadable("the letter is not the one that was set")
    }
    let keyed = try AnswerKey(hand, ["letter", id.description, letter.kind, letter.recipient], naming: naming)
    return try await once(keyed) { law, steps throws(OfficeRefusal) in
      var change = try await self.change(id, expecting: version, by: hand, at: self.clock(), law: law)
      guard change.file.sealed == nil else { throw .refused(.isSealed) }
      guard change.file.closed == nil else { throw .refused(.isClosed) }
      // To the person everything that is owed goes on; others are told nothing until counsel has spoken.
      if change.file.citizenship?.stops ?? false, letter.recipient != IssuedLetter.own {
        throw .refused(.stoppedForCitizenship)
      }
      change.documents.append(document)
      change.letters.append(letter)
      try change.add(.documentAttached(document.entry))
      try change.add(.letterIssued(letter))
      return try await self.store(change, steps: steps, opening: false, alerts: [], outcome: nil, keyed: keyed)
    }
  }

  // MARK: Proofs

  /// A proof, and what it is a proof of.
  public struct Proven: Sendable {
    /// The proof; nil where that state of the log does not reach the entry yet.
    public let proof: LogProof?
    /// The bytes that the log commits to.
    public let payload: [UInt8]
  }

  /// The proof that a letter stands in the published log, with the salt, for whoever holds the letter.
  public func proof(ofLetter number: String, in id: CaseID, for staff: Staff) async throws(OfficeRefusal) -> Proven {
    try require(.readDocuments, of: staff)
    return try await proven(by: .published(at: Int(clock().seconds)), staff, id) { rows, entry in
      try Int.fetchOne(
        rows.db, sql: "SELECT entry FROM desk_letter WHERE number = ? AND case_row = ?", arguments: [number, entry.row])
    }
  }

  /// The proof that an event of a case stands in the log.
  ///
  /// - Parameter isInside: Leads to the latest checkpoint, which tells how many entries there are now, and so is not for
  ///   outsiders; otherwise to the published log.
  public func proof(
    ofEvent number: Int, in id: CaseID, isInside: Bool, for staff: Staff
  ) async throws(OfficeRefusal) -> Proven {
    try require(.readCases, of: staff)
    let target: LedgerStore.ProofTarget = isInside ? .latest : .published(at: Int(clock().seconds))
    return try await proven(by: target, staff, id) { rows, entry in try rows.logEntry(of: number, in: entry) }
  }

  private func proven(
    by target: LedgerStore.ProofTarget, _ staff: Staff, _ id: CaseID,
    _ number: @escaping @Sendable (CaseRows, CaseRows.Entry) throws -> Int?
  ) async throws(OfficeRefusal) -> Proven {
    let (found, payload) = try await read { rows -> (Int?, [UInt8]) in
      guard let number = try number(rows, self.entry(id, for: staff, in: rows)) else { return (nil, []) }
      return (number, try rows.ledger.payload(of: number, in: rows.db))
    }
    guard let found else { throw .nothingThere("such entry") }
    do {
      return Proven(proof: try await ledger.proof(of: found, to: target, revealingSalt: true), payload: payload)
    } catch { throw .unreadable("the proof could not be made") }
  }
}

extension IssuedLetter {
  /// Whose own data a letter tells: that of the person in custody.
  static let own = "person-in-custody"
}

extension CaseRows {
  func logEntry(of event: Int, in entry: Entry) throws -> Int? {
    try Int.fetchOne(
      db, sql: "SELECT entry FROM desk_event WHERE case_row = ? AND number = ?", arguments: [entry.row, event])
  }

  /// Logs that a letter went out.
  func put(_ letter: IssuedLetter, of row: Int64) throws {
    let payload = CanonicalJSON.object([
      "event": .string("letter.issued"), "letter": .string(letter.number), "sha256": .string(letter.document),
    ])
    let entry = try ledger.append(payload.encoded(), in: db)
    try db.execute(
      sql: "INSERT INTO desk_letter (number, case_row, entry) VALUES (?, ?, ?)", arguments: [letter.number, row, entry])
  }
}
