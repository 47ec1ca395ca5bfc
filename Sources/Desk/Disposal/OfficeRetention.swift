internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// The schedules by which the office lets records go: adopted by counsel, in their name, with what the text is and where it
/// was read. Nothing else lets a record go by time.
extension Office {
  /// The schedules in force, the first adopted first.
  public func schedules(for staff: Staff) async throws(OfficeRefusal) -> [AdoptedSchedule] {
    try require(.confirmDisposal, of: staff)
    return try await read { rows in try rows.schedules(in: staff.agency) }
  }

  /// Adopts a schedule. There is one for each kind of record and what goes: another one is ended first, so that it is
  /// never in doubt which counts.
  public func adopt(_ schedule: RetentionSchedule, by staff: Staff) async throws(OfficeRefusal) {
    try require(.adoptLaw, of: staff)
    let now = clock()
    try await write { rows in
      let same = try rows.schedules(in: staff.agency).first {
        $0.schedule.kind == schedule.kind && $0.schedule.then == schedule.then
      }
      if let same { throw OfficeRefusal.nothingThere("room beside \(same.schedule.cite): end that schedule first") }
      try rows.add(
        RetentionStep(kind: .adopted, schedule: schedule, by: Signature(staff), at: now), agency: staff.agency)
    }
  }

  /// Ends a schedule: nothing goes by it any more, and what was proposed by it can no longer be confirmed.
  public func endSchedule(_ number: Int, by staff: Staff) async throws(OfficeRefusal) {
    try require(.adoptLaw, of: staff)
    let now = clock()
    try await write { rows in
      guard let found = try rows.schedules(in: staff.agency).first(where: { $0.number == number }) else {
        throw OfficeRefusal.nothingThere("schedule of this number in force")
      }
      try rows.add(
        RetentionStep(kind: .ended, schedule: found.schedule, by: Signature(staff), at: now), agency: staff.agency)
      try rows.db.execute(sql: "UPDATE desk_retention SET is_over = 1 WHERE number = ?", arguments: [number])
    }
  }
}

/// A step with a schedule, as stored.
private struct RetentionStep: Codable {
  enum Kind: String, Codable { case adopted, ended }
  let kind: Kind
  let schedule: RetentionSchedule
  let by: Signature
  let at: Instant
}

extension CaseRows {
  func schedules(in agency: String) throws -> [AdoptedSchedule] {
    try Row.fetchAll(
      db, sql: "SELECT number, record FROM desk_retention WHERE agency = ? AND NOT is_over ORDER BY number",
      arguments: [agency]
    ).map { row in
      let step = try JSONDecoder().decode(RetentionStep.self, from: row[1] as Data)
      return AdoptedSchedule(number: row[0], schedule: step.schedule, by: step.by, at: step.at)
    }
  }

  fileprivate func add(_ step: RetentionStep, agency: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let record = try encoder.encode(step)
    let payload = CanonicalJSON.object([
      "event": .string("schedule.\(step.kind.rawValue)"), "record": .string(String(decoding: record, as: UTF8.self)),
    ])
    let entry = try ledger.append(payload.encoded(), in: db)
    try db.execute(
      sql: "INSERT INTO desk_retention (agency, record, entry, is_over) VALUES (?, ?, ?, ?)",
      arguments: [agency, record, entry, step.kind == .ended])
  }
}
