internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// What schedules let go.
extension Office {
  /// The cases whose time has come under an adopted schedule, the oldest first. Those under a legal hold are left out,
  /// and sealed ones: a court's order speaks of those, and no schedule.
  public func dispositionsDue(
    for staff: Staff, limit: Int = 100
  ) async throws(OfficeRefusal) -> [DispositionDue] {
    try require(.confirmDisposal, of: staff)
    let (now, zone) = (clock(), try words(for: staff.agency).zone)
    return try await read { rows in
      try rows.schedules(in: staff.agency).flatMap { adopted in
        try rows.due(for: adopted.schedule, in: staff.agency, at: now, zone: zone, limit: limit)
      }
    }
  }
}

extension CaseRows {
  /// The cases that a schedule lets go.
  ///
  /// - Parameter id: The only case of interest; nil for all.
  func due(
    for schedule: RetentionSchedule, in agency: String, at now: Instant, zone: Zone, limit: Int, only id: CaseID? = nil
  ) throws -> [DispositionDue] {
    let start =
      switch schedule.from {
      case .received: "received"
      case .ended: "ended"
      case .closed: "closed"
      }
    let left =
      switch schedule.then {
      case .forgetPerson: CaseRows.hasPerson
      case .erase: "TRUE"
      }
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(CaseRows.columns) FROM desk_case c
        WHERE agency = ? AND closed IS NOT NULL AND \(start) < ? AND NOT is_held AND NOT is_sealed
          AND stage <> 'erased' AND (? IS NULL OR id = ?) AND \(left)
        ORDER BY \(start)
        """, arguments: [agency, schedule.end(at: now, in: zone).seconds, id?.description, id?.description])
    var found: [DispositionDue] = []
    // What kind of record it is stands under the case's seal.
    while found.count < limit, let entry = try cursor.next().flatMap(CaseRows.entry) {
      guard try RetentionSchedule.Kind(of: file(of: entry)) == schedule.kind else { continue }
      found.append(DispositionDue(id: entry.id, number: entry.number, schedule: schedule))
    }
    return found
  }

  /// Of a row `c` of cases: whether whom it is about, or a document, is still there.
  static let hasPerson = """
    (EXISTS (SELECT * FROM desk_person WHERE case_row = c.row)
      OR EXISTS (SELECT * FROM desk_document WHERE case_row = c.row))
    """
}
