internal import Foundation
internal import GRDB
public import LawLanguage
internal import Ledger

/// Who has not reported, and what is done about it.
extension Collector {
  /// Where every agency stands with one form and period, by name.
  public func standings(
    _ id: String, _ period: ReportPeriod, for staff: Staff
  ) async throws(OfficeRefusal) -> [AgencyStanding] {
    try requireReading(staff)
    let form = try form(id)
    guard form.takes(period) else { throw .report(.noPeriod) }
    let (zone, today) = (profile.zone, today)
    return try await read { try $0.standings(form, period, zone: zone, today: today) }
  }

  /// Agencies that have not reported and were not given notice yet: a month before the day, and after it.
  public func remindersDue(_ standings: [AgencyStanding]) -> [AgencyStanding] {
    standings.filter { standing in
      guard standing.accepted == nil, standing.noticeUntil == nil else { return false }
      return standing.due.map { today >= $0.adding(months: -1, clamped: true) } ?? false
    }
  }

  /// The fewest days that a notice leaves.
  public static let leastDays: Int = 14

  /// Records that agencies were told that they would be listed unless they report by a day.
  public func recordNotice(
    to ids: [CaseID], _ id: String, _ period: ReportPeriod, until: Day, how: String, by staff: Staff
  ) async throws(OfficeRefusal) {
    try require(.publish, of: staff)
    let form = try form(id)
    guard form.takes(period) else { throw .report(.noPeriod) }
    let way: String
    do { way = try TextBounds.text(how, "how it was sent", limit: TextBounds.short) } catch { throw .refused(error) }
    guard until >= today.adding(days: Collector.leastDays) else {
      throw .report(.listNotDue("a notice leaves at least \(Collector.leastDays) days"))
    }
    let now = clock()
    try await write { rows in
      for agency in try ids.map(rows.agency) {
        let entry = try rows.log(
          "notice.sent",
          [
            "agency": .string(agency.id.description), "form": .string(id), "period": .string(period.description),
            "until": .string(until.description), "how": .string(way), "by": .string(staff.id),
            "at": .integer(Int(now.seconds)),
          ])
        try rows.db.execute(
          sql: "INSERT INTO collect_notice (agency_row, form, period, sent, until, entry) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [agency.row, id, period.description, now.seconds, until.description, entry])
      }
    }
  }

  /// Those who may be listed now: the report is late, notice to them was recorded, and its last day is past.
  static func listable(_ standings: [AgencyStanding], on today: Day) -> [AgencyStanding] {
    standings.filter { standing in
      guard standing.accepted == nil, let due = standing.due, due < today, let until = standing.noticeUntil else {
        return false
      }
      return until < today
    }
  }

  /// Proposes the list of those who have not reported.
  public func proposeList(_ id: String, _ period: ReportPeriod, by staff: Staff) async throws(OfficeRefusal) {
    try require(.publish, of: staff)
    let form = try form(id)
    guard form.takes(period) else { throw .report(.noPeriod) }
    let (zone, today, now) = (profile.zone, today, clock())
    try await write { rows in
      guard !(try rows.lists().contains { $0.form == form && $0.period == period && $0.from == nil }) else {
        throw ReportRefusal.listNotDue("a list for this report waits for a second person already")
      }
      let named = try self.named(rows.standings(form, period, zone: zone, today: today), on: today)
      try rows.db.execute(
        sql: """
          INSERT INTO collect_list (form, period, body, proposed_by, proposed_name, proposed) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, period.description, try JSONEncoder().encode(named), staff.id, Signature(staff).text, now.seconds,
        ])
      _ = try rows.log(
        "list.proposed",
        [
          "form": .string(id), "period": .string(period.description), "by": .string(staff.id),
          "count": .integer(named.count), "at": .integer(Int(now.seconds)),
        ])
    }
  }

  private func named(_ standings: [AgencyStanding], on today: Day) throws -> [NonReporters.Named] {
    let late = standings.filter { $0.accepted == nil && $0.due.map { $0 < today } ?? false }
    guard !late.isEmpty else { throw ReportRefusal.listNotDue("nobody is late with this report") }
    let listed = Collector.listable(standings, on: today)
    guard !listed.isEmpty else {
      throw ReportRefusal.listNotDue(
        "no agency was given notice whose last day is past; nobody is listed without that")
    }
    return listed.map { NonReporters.Named(id: $0.agency.id, name: $0.agency.name, place: $0.agency.place) }
  }

  /// Agrees, as a second person: the list is shown, without those who have reported meanwhile.
  public func publishList(_ number: Int64, by staff: Staff) async throws(OfficeRefusal) {
    guard staff.agency == profile.id, staff.may(.publish) || staff.may(.settleCitizenship) else {
      throw .notPermitted(.publish)
    }
    let (zone, today, now) = (profile.zone, today, clock())
    try await write { rows in
      guard let list = try rows.lists().first(where: { $0.id == number }), list.from == nil else {
        throw ReportRefusal.notProposed
      }
      guard list.proposer != staff.id else { throw OfficeRefusal.secondPersonNeeded }
      let still = try self.named(rows.standings(list.form, list.period, zone: zone, today: today), on: today)
      let shown = list.agencies.filter { agency in still.contains { $0.id == agency.id } }
      guard !shown.isEmpty else { throw ReportRefusal.listNotDue("all of them have reported meanwhile") }
      let body = try JSONEncoder().encode(shown)
      let entry = try rows.log(
        "list.published",
        [
          "form": .string(list.form.id), "period": .string(list.period.description),
          "digest": .string(digest(of: body)),
          "proposed": .string(list.proposer), "agreed": .string(staff.id), "at": .integer(Int(now.seconds)),
        ])
      try rows.db.execute(
        sql: "UPDATE collect_list SET body = ?, shown_from = ?, entry = ? WHERE row = ?",
        arguments: [body, now.seconds, entry, number])
    }
  }

  /// The lists that are shown to everybody, with those who reported after all, the newest first.
  public func publishedLists() async throws(OfficeRefusal) -> [NonReporters] {
    let (zone, today) = (profile.zone, today)
    return try await read { rows in
      var seen = Set<String>()
      // A later list for the same report takes an earlier one's place.
      return try rows.lists().filter { $0.from != nil && seen.insert("\($0.form.id)/\($0.period)").inserted }.map {
        list in
        let standings = try rows.standings(list.form, list.period, zone: zone, today: today)
        let agencies = list.agencies.map { agency in
          var agency = agency
          agency.reported = standings.first { $0.agency.id == agency.id }?.accepted.map { zone.day(of: $0.received) }
          return agency
        }
        return NonReporters(
          id: list.id, form: list.form, period: list.period, agencies: agencies, proposedBy: list.proposedBy,
          proposer: list.proposer, from: list.from)
      }
    }
  }

  /// The lists that wait for a second person.
  public func proposedLists(for staff: Staff) async throws(OfficeRefusal) -> [NonReporters] {
    try requireReading(staff)
    return try await read { try $0.lists().filter { $0.from == nil } }
  }
}
