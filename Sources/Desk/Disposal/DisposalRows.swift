internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

extension CaseRows {
  /// The steps of letting a case's record go, the oldest first.
  func disposalSteps(of entry: Entry) throws -> [(number: Int, step: DisposalStep)] {
    guard let key = try keys.key(.record, of: entry.row) else { throw OfficeRefusal.erased }
    return try Row.fetchAll(
      db, sql: "SELECT number, sealed FROM desk_disposal WHERE case_row = ? ORDER BY number", arguments: [entry.row]
    ).map { row in
      let bytes = try key.open(Array(row[1] as Data), for: CaseRows.placeOfDisposal(in: entry.id))
      return (row[0], try JSONDecoder().decode(DisposalStep.self, from: Data(bytes)))
    }
  }

  /// The proposal of a case that waits for a second person.
  func waitingDisposal(of entry: Entry, at now: Instant) throws -> WaitingDisposal? {
    guard let last = try disposalSteps(of: entry).last, last.step.kind == .proposed, last.step.lapses > now else {
      return nil
    }
    return WaitingDisposal(number: last.number, id: entry.id, caseNumber: entry.number, step: last.step)
  }

  /// What waits for a second person in an agency, the first to lapse first.
  func waitingDisposals(in agency: String, at now: Instant, limit: Int) throws -> [WaitingDisposal] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(CaseRows.columns) FROM desk_case WHERE agency = ? AND row IN
          (SELECT case_row FROM desk_disposal WHERE lapses > ? ORDER BY lapses LIMIT ?)
        """, arguments: [agency, now.seconds, limit]
    ).compactMap(CaseRows.entry).compactMap { try waitingDisposal(of: $0, at: now) }
      .sorted { ($0.step.lapses, $0.number) < ($1.step.lapses, $1.number) }
  }

  /// Adds a step, which ends what waited. Returns its number.
  @discardableResult
  func add(_ step: DisposalStep, of entry: Entry) throws -> Int {
    guard let key = try keys.key(.record, of: entry.row) else { throw OfficeRefusal.erased }
    let sealed = try key.seal(Array(JSONEncoder().encode(step)), for: CaseRows.placeOfDisposal(in: entry.id))
    try db.execute(sql: "UPDATE desk_disposal SET lapses = NULL WHERE case_row = ?", arguments: [entry.row])
    try db.execute(
      sql: "INSERT INTO desk_disposal (case_row, lapses, sealed) VALUES (?, ?, ?)",
      arguments: [entry.row, step.kind == .proposed ? step.lapses.seconds : nil, Data(sealed)])
    let number = Int(db.lastInsertedRowID)
    try log(
      CanonicalJSON.object([
        "event": .string("disposal.\(step.kind.rawValue)"), "case": .string(entry.id.description),
        "what": .string(step.what.rawValue), "ground": .string(step.ground.kind.rawValue),
        "reference": .string(step.ground.reference), "by": .string(step.by.staff),
        "at": .integer(Int(step.at.seconds)),
      ]).encoded(), about: entry.row)
    return number
  }

  private static func placeOfDisposal(in id: CaseID) -> String { "case/\(id)/disposal" }
}
