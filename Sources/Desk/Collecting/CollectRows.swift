internal import Foundation
internal import GRDB
internal import LawLanguage
internal import Ledger

/// The rows of a collector, seen through one connection.
struct CollectRows {
  let db: Database
  let masters: MasterKeys
  let ledger: LedgerStore

  private var keys: CaseKeys { CaseKeys(db: db, masters: masters) }

  private func seal(_ bytes: [UInt8], for place: String) throws -> Data {
    Data(try keys.keyOrNew(.report, of: CaseKeys.noCase).seal(bytes, for: "collect/\(place)"))
  }

  func log(_ event: String, _ members: [String: CanonicalJSON]) throws -> Int {
    let all = members.merging(["event": .string(event)]) { _, new in new }
    return try ledger.append(try CanonicalJSON.object(all).encoded(), in: db)
  }

  // MARK: The register

  private static let columns = "row, id, name, place, is_removed, log_key"

  private static func agency(_ row: Row) -> CollectedAgency? {
    CaseID(row[1] as String).map {
      CollectedAgency(id: $0, name: row[2], place: row[3], isRemoved: row[4], logKey: row[5], row: row[0])
    }
  }

  func agencies() throws -> [CollectedAgency] {
    try Row.fetchAll(
      db, sql: "SELECT \(CollectRows.columns) FROM collect_agency WHERE is_removed = 0 ORDER BY name, place"
    ).compactMap(CollectRows.agency)
  }

  func agency(_ id: CaseID) throws -> CollectedAgency {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(CollectRows.columns) FROM collect_agency WHERE id = ?", arguments: [id.description])
    guard let agency = row.flatMap(CollectRows.agency), !agency.isRemoved else {
      throw OfficeRefusal.nothingThere("such agency in the register")
    }
    return agency
  }

  func agency(link secret: String) throws -> CollectedAgency? {
    try Row.fetchOne(
      db, sql: "SELECT \(CollectRows.columns) FROM collect_agency WHERE link = ? AND is_removed = 0",
      arguments: [digest(of: secret.utf8)]
    ).flatMap(CollectRows.agency)
  }

  func contact(of agency: CollectedAgency) throws -> String {
    guard let key = try keys.key(.report, of: CaseKeys.noCase),
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM collect_agency WHERE row = ?", arguments: [agency.row])
    else { return "" }
    return String(decoding: try key.open(Array(sealed), for: "collect/contact/\(agency.id)"), as: UTF8.self)
  }

  func add(_ entry: AgencyEntry, at now: Instant) throws -> AgencyLink {
    let known = try Row.fetchOne(
      db, sql: "SELECT is_removed FROM collect_agency WHERE name = ? AND place = ?",
      arguments: [entry.name, entry.place])
    guard known == nil else {
      throw ReportRefusal.agency("\(entry.name), \(entry.place), is in the register already, or was taken out of it")
    }
    let link = AgencyLink(id: CaseID(), name: entry.name, secret: CaseID().description)
    try db.execute(
      sql: "INSERT INTO collect_agency (id, name, place, added, link, sealed) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        link.id.description, entry.name, entry.place, now.seconds, digest(of: link.secret.utf8),
        try seal(Array(entry.contact.utf8), for: "contact/\(link.id)"),
      ])
    return link
  }

  // MARK: What was handed in

  private static let submission =
    "s.id, a.id, s.form, s.period, s.received, s.channel, s.is_accepted, s.is_proven, s.entries, s.digest, s.entry"

  private static func submission(_ row: Row) -> Submission? {
    guard let id = CaseID(row[0] as String), let agency = CaseID(row[1] as String),
      let period = ReportPeriod(row[3] as String), let channel = Submission.Channel(rawValue: row[5])
    else { return nil }
    return Submission(
      id: id, agency: agency, form: row[2], period: period, received: Instant(seconds: row[4]), channel: channel,
      isAccepted: row[6], isProven: row[7], entries: row[8], digest: row[9], entry: row[10])
  }

  func submissions(_ form: ReportForm, _ period: ReportPeriod) throws -> [Submission] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(CollectRows.submission) FROM collect_submission s JOIN collect_agency a ON a.row = s.agency_row
        WHERE s.form = ? AND s.period = ? ORDER BY s.row
        """, arguments: [form.id, period.description]
    ).compactMap(CollectRows.submission)
  }

  func submissions(of agency: CollectedAgency) throws -> [Submission] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(CollectRows.submission) FROM collect_submission s JOIN collect_agency a ON a.row = s.agency_row
        WHERE s.agency_row = ? ORDER BY s.row
        """, arguments: [agency.row]
    ).compactMap(CollectRows.submission)
  }

  func submission(_ id: CaseID) throws -> Submission? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT \(CollectRows.submission) FROM collect_submission s JOIN collect_agency a ON a.row = s.agency_row
        WHERE s.id = ?
        """, arguments: [id.description]
    ).flatMap(CollectRows.submission)
  }

  func file(of submission: Submission) throws -> [UInt8] {
    guard let key = try keys.key(.report, of: CaseKeys.noCase),
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM collect_submission WHERE id = ?", arguments: [submission.id.description])
    else { throw OfficeRefusal.nothingThere("such report") }
    return try key.open(Array(sealed), for: "collect/submission/\(submission.id)")
  }

  func keep(_ submission: Submission, _ bytes: [UInt8], of agency: CollectedAgency) throws {
    try db.execute(
      sql: """
        INSERT INTO collect_submission
          (id, agency_row, form, period, received, channel, is_accepted, is_proven, entries, digest, entry, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        submission.id.description, agency.row, submission.form, submission.period.description,
        submission.received.seconds, submission.channel.rawValue, submission.isAccepted, submission.isProven,
        submission.entries, submission.digest, submission.entry, try seal(bytes, for: "submission/\(submission.id)"),
      ])
  }

  // MARK: Notices and lists

  /// The last day of the latest notice to each agency.
  func notices(_ form: ReportForm, _ period: ReportPeriod) throws -> [Int64: Day] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT agency_row, until FROM collect_notice WHERE form = ? AND period = ? ORDER BY row",
      arguments: [form.id, period.description])
    return rows.reduce(into: [:]) { $0[$1[0] as Int64] = Day($1[1] as String) }
  }

  func standings(_ form: ReportForm, _ period: ReportPeriod, zone: Zone, today: Day) throws -> [AgencyStanding] {
    let all = Dictionary(grouping: try submissions(form, period), by: \.agency)
    let notices = try notices(form, period)
    let due = form.dueDay(of: period)
    return try agencies().map { agency in
      let own = all[agency.id] ?? []
      // An agency is in time if its first report that fits was, whatever it amends later.
      let first = own.first(where: \.isAccepted).map { zone.day(of: $0.received) } ?? today
      return AgencyStanding(
        agency: agency, submissions: own, noticeUntil: notices[agency.row], due: due,
        isLate: due.map { first > $0 } ?? false)
    }
  }

  func lists() throws -> [NonReporters] {
    try Row.fetchAll(
      db,
      sql: "SELECT row, form, period, body, proposed_by, proposed_name, shown_from FROM collect_list ORDER BY row DESC"
    ).compactMap { row in
      guard let form = ReportForm.named(row[1]), let period = ReportPeriod(row[2] as String) else { return nil }
      let shown: Int64? = row[6]
      return NonReporters(
        id: row[0], form: form, period: period,
        agencies: try JSONDecoder().decode([NonReporters.Named].self, from: row[3] as Data), proposedBy: row[5],
        proposer: row[4], from: shown.map { Instant(seconds: $0) })
    }
  }
}
