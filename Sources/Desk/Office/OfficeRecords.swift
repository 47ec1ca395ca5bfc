internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger
internal import Synchronization

/// Keeping records, and letting them go.
extension Office {
  /// The cases whose time has come under a schedule, legal holds left out, the oldest first.
  public func dispositionsDue(
    for staff: Staff, limit: Int = 100
  ) async throws(OfficeRefusal) -> [DispositionDue] {
    try require(.keepRecords, of: staff)
    let (now, schedules, zone) = (clock(), settings.retention, try words(for: staff.agency).zone)
    return try await read { rows in
      try schedules.flatMap { schedule in
        let last = zone.instant(of: zone.day(of: now).adding(months: -12 * schedule.years), minutes: 0)
        return try rows.due(for: schedule, in: staff.agency, before: last, limit: limit)
      }
    }
  }
}

extension CaseRows {
  func due(
    for schedule: RetentionSchedule, in agency: String, before last: Instant, limit: Int, only id: CaseID? = nil
  ) throws -> [DispositionDue] {
    let start =
      switch schedule.from {
      case .received: "received"
      case .ended: "ended"
      case .closed: "closed"
      }
    let left =
      switch schedule.then {
      case .forgetPerson:
        """
        stage <> 'erased' AND (EXISTS (SELECT * FROM desk_person WHERE case_row = c.row)
          OR EXISTS (SELECT * FROM desk_document WHERE case_row = c.row))
        """
      case .erase: "stage <> 'erased'"
      }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, year, count FROM desk_case c
        WHERE agency = ? AND closed IS NOT NULL AND \(start) < ? AND NOT is_held AND (? IS NULL OR id = ?) AND \(left)
        ORDER BY \(start) LIMIT ?
        """, arguments: [agency, last.seconds, id?.description, id?.description, limit]
    ).compactMap { row in
      CaseID(row[0] as String).map {
        DispositionDue(id: $0, number: CaseNumber(year: row[1], count: row[2]), schedule: schedule)
      }
    }
  }
}
