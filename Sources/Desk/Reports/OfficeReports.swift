internal import Foundation
internal import GRDB
internal import LawLanguage
public import Ledger
internal import Reasoning

/// The office's reports: what is owed, what it says, and what becomes of it.
extension Office {
  private func form(_ id: String, of staff: Staff) throws(OfficeRefusal) -> ReportForm {
    guard let form = ReportForm.named(id), form.jurisdiction == (try profile(staff.agency)).jurisdiction else {
      throw .report(.noForm)
    }
    return form
  }

  private func requireReading(_ staff: Staff) throws(OfficeRefusal) {
    guard staff.may(.publish) || staff.may(.readLog) else { throw .notPermitted(.publish) }
  }

  // MARK: Reading

  /// The agency's reports: those of the last period that is over, and those that were begun; the first due first.
  public func reports(for staff: Staff) async throws(OfficeRefusal) -> [ReportListing] {
    try requireReading(staff)
    let (law, profile) = (try adoptedLaw(), try profile(staff.agency))
    let zone = try words(for: staff.agency).zone
    let today = zone.day(of: clock())
    let forms = ReportForm.all.filter { $0.jurisdiction == profile.jurisdiction }
    let begun = try await read { rows in
      try Row.fetchAll(
        rows.db, sql: "SELECT form, period FROM desk_report WHERE agency = ?", arguments: [staff.agency]
      ).map { (form: $0[0] as String, period: $0[1] as String) }
    }
    var wanted: [(ReportForm, ReportPeriod)] = []
    for form in forms {
      var periods = Set(begun.filter { $0.form == form.id }.compactMap { ReportPeriod($0.period) })
      if let last = ReportPeriod(form.length, containing: today)?.previous { periods.insert(last) }
      wanted += periods.sorted(by: >).map { (form, $0) }
    }
    let found = wanted
    let files = try await read { rows in
      try found.map { form, period in
        let rows = ReportRows(rows: rows, agency: staff.agency, form: form, period: period)
        return ReportFile(form: form, period: period, events: try rows.events().map(\.event))
      }
    }
    return files.map { law.listing(of: $0, for: profile) }.sorted { one, other in
      (one.due ?? .distantFuture, one.form.id, one.period) < (other.due ?? .distantFuture, other.form.id, other.period)
    }
  }

  /// A report with all that its page shows.
  public func report(_ id: String, _ period: ReportPeriod, for staff: Staff) async throws(OfficeRefusal) -> ReportView {
    try requireReading(staff)
    let form = try form(id, of: staff)
    guard form.takes(period) else { throw .report(.noPeriod) }
    let (law, profile) = (try adoptedLaw(), try profile(staff.agency))
    let zone = try words(for: staff.agency).zone
    return try await read { rows in
      let rows = ReportRows(rows: rows, agency: staff.agency, form: form, period: period)
      let events = try rows.events().map(\.event)
      let file = ReportFile(form: form, period: period, events: events)
      let cases = try rows.cases(in: period, before: .max, zone: zone)
      var sheet = file.completing(ReportComputing(form: form, period: period, zone: zone).sheet(cases))
      sheet.cautions += try rows.erasureCaution()
      return ReportView(
        file: file, sheet: sheet, history: events, listing: law.listing(of: file, for: profile),
        changedSince: try rows.changes(since: file, events: events, now: sheet, cases: cases, zone: zone),
        offers: try rows.offers(file: file, zone: zone))
    }
  }

  /// A file of an edition as it was certified: the report itself, or the receipt that the log commits to.
  public func reportFile(
    _ id: String, _ period: ReportPeriod, edition: Int, receipt: Bool = false, for staff: Staff
  ) async throws(OfficeRefusal) -> [UInt8] {
    try requireReading(staff)
    let form = try form(id, of: staff)
    let bytes = try await read { rows in
      try ReportRows(rows: rows, agency: staff.agency, form: form, period: period).file(
        receipt ? .receipt : .csv, edition: edition)
    }
    guard let bytes else { throw .nothingThere("such edition of the report") }
    return bytes
  }

  /// The proof that the published log holds an edition's certificate; nil until the log is published the next time.
  public func reportProof(
    _ id: String, _ period: ReportPeriod, edition: Int, for staff: Staff
  ) async throws(OfficeRefusal) -> LogProof? {
    try requireReading(staff)
    let form = try form(id, of: staff)
    let entry = try await read { rows in
      let events = try ReportRows(rows: rows, agency: staff.agency, form: form, period: period).events()
      var current = 1
      for (event, entry) in events {
        if case .amended = event.what { current += 1 }
        if case .certified = event.what, current == edition { return Int?.some(entry) }
      }
      return nil
    }
    guard let entry else { throw .nothingThere("such edition of the report") }
    do {
      return try await ledger.proof(of: entry, to: .published(at: Int(clock().seconds)), revealingSalt: true)
    } catch { throw Office.refusal(error, or: OfficeRefusal.unreadable) }
  }

  /// What everybody may see of an agency: the newest edition of each table, the latest period first.
  public func publications(of agency: String) async throws(OfficeRefusal) -> [PublishedTable] {
    let all = try await read { rows in try PublishedTable.all(of: agency, in: rows.db) }
    var newest: [String: PublishedTable] = [:]
    for publication in all { newest["\(publication.form.id)/\(publication.period)"] = publication }
    return newest.values.sorted { ($1.period, $0.form.id) < ($0.period, $1.form.id) }
  }

  // MARK: Doing

  /// Does something to a report that has not changed since it was read.
  public func perform(
    _ command: ReportCommand, on id: String, _ period: ReportPeriod, version: Int, by staff: Staff
  ) async throws(OfficeRefusal) -> ReportFile {
    switch command {
    case .publish, .decline:
      guard staff.may(.publish) || staff.may(.settleCitizenship) else { throw .notPermitted(.publish) }
    case .fill, .enterRow, .leaveOut, .certify, .file, .keep, .amend, .proposePublication:
      try require(.publish, of: staff)
    }
    let form = try form(id, of: staff)
    guard form.takes(period) else { throw .report(.noPeriod) }
    let zone = try words(for: staff.agency).zone
    let (now, title) = (clock(), try profile(staff.agency).title)
    return try await write { rows in
      let rows = ReportRows(rows: rows, agency: staff.agency, form: form, period: period)
      var file = ReportFile(form: form, period: period, events: try rows.events().map(\.event))
      guard file.version == version else { throw ReportRefusal.changedMeanwhile }
      let step = ReportStep(rows: rows, file: file, staff: staff, now: now, zone: zone, office: title)
      file.apply(try step.record(command))
      return file
    }
  }
}

extension ReportForm {
  /// Whether it can be about a period.
  func takes(_ period: ReportPeriod) -> Bool { ReportPeriod(length, containing: period.first) == period }
}

extension Day {
  static let distantFuture = Day(number: .max)
}

extension OfficeLaw {
  /// Whether the law makes a report owed once its period is over, and by when.
  func listing(of file: ReportFile, for profile: AgencyProfile) -> ReportListing {
    let (form, period) = (file.form, file.period)
    var owed: ReportListing.Owed = form.rules.isEmpty ? .choice : .no
    var due = form.rules.isEmpty ? nil : form.dueDay(of: period)
    let request = Request(
      jurisdiction: profile.jurisdiction, agency: profile.agency, acts: [], day: period.last.adding(days: 1))
    let duty = (try? prepared.decide(request))?.duties.first { form.rules.contains("\($0.rule.law)/\($0.rule.name)") }
    if let duty {
      owed = duty.isCertain ? .yes(cite: duty.cite) : .notKnown(cite: duty.cite)
      // The law's own day goes before that of the form.
      if let day = duty.dueDay { due = day }
    }
    if case .no = owed { due = nil }
    return ReportListing(form: form, period: period, stage: file.stage, owed: owed, due: due, filed: file.firstFiled)
  }
}

extension ReportRows {
  func erasureCaution() throws -> [String] {
    let count = try erased()
    return count == 0
      ? []
      : [
        "\(count) case\(count == 1 ? " was" : "s were") erased. Whether they belong into this report cannot be seen any more."
      ]
  }

  /// What has changed since an edition was certified.
  func changes(
    since file: ReportFile, events: [ReportEvent], now: ReportSheet, cases: [RecordedCase], zone: Zone
  ) throws -> [String] {
    guard let certificate = file.edition.certificate?.content else { return [] }
    var sentences: [String] = []
    let upTo = events.lastIndex { if case .certified = $0.what { true } else { false } } ?? 0
    let then = ReportFile(form: form, period: period, events: Array(events[..<upTo]))
    let again = try then.completing(
      ReportComputing(form: form, period: period, zone: zone).sheet(
        self.cases(in: period, before: certificate.before, zone: zone)))
    if digest(of: again.csv) != certificate.digest {
      sentences.append(
        "It cannot be computed again as it was: something it rests on was erased since. The file kept with it stands.")
    } else if digest(of: now.csv) != certificate.digest {
      sentences.append(
        "What was recorded since changes it: it had \(certificate.count) entries, and would have \(now.count) now. If it must "
          + "be put right, amend it.")
    }
    let sealed = cases.filter { item in
      item.events.contains { event in
        if case .sealed = event.what { return event.recorded > certificate.asOf }
        return false
      }
    }
    if !sealed.isEmpty { sentences.append("\(sealed.count) of the period's cases were sealed since.") }
    return sentences
  }

  /// The tables that could be proposed: of the period, and of longer ones where so few came that little would be shown.
  func offers(file: ReportFile, zone: Zone) throws -> [ReportView.Offer] {
    guard case .published(let count) = form.destination else { return [] }
    var offers: [ReportView.Offer] = []
    for years in [1, 2, 3, 5] {
      guard let span = period.widened(toYears: years) else { continue }
      let offer = try offer(count, span, zone: zone)
      offers.append(offer)
      if offer.refusal == nil, offer.table.map({ !$0.saysLittle }) ?? false { break }
    }
    return offers
  }

  func offer(_ count: PublicCount, _ span: ReportPeriod, zone: Zone) throws -> ReportView.Offer {
    let published = try publications().filter { $0.period.overlaps(span) }
    // Whatever was once shown of an overlapping period can be held against this one.
    if let other = published.first(where: { $0.period != span || $0.form != form }) {
      return ReportView.Offer(period: span, table: nil, refusal: .overlaps(other.period))
    }
    let cases = try cases(in: span, before: .max, zone: zone)
    let table = PublicTable(
      PublicCounting(period: span, zone: zone).table(count, cases),
      leavingOut: published.reduce(into: []) { $0.formUnion($1.table.leftOut) })
    return ReportView.Offer(period: span, table: table, refusal: table == nil ? .nothingSafe : nil)
  }
}
