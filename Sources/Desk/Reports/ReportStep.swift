internal import LawLanguage
internal import Ledger

/// One step of a report, within the transaction that records it.
struct ReportStep {
  let rows: ReportRows
  let file: ReportFile
  let staff: Staff
  let now: Instant
  let zone: Zone
  /// The agency, as people call it.
  let office: String

  private var form: ReportForm { file.form }

  func record(_ command: ReportCommand) throws -> ReportEvent {
    switch command {
    case .fill(let part, let row, let column, let value, let source):
      return try add(.filled(try fill(part, row, column, value, source)))
    case .enterRow(let part, let cells): return try add(.rowEntered(part: part, cells: try entered(part, cells)))
    case .leaveOut(let part, let row, let reason):
      try requireOpen()
      guard let found = form.part(part),
        try sheet().lists.first(where: { $0.part == found })?.rows.contains(where: { $0.key == row }) ?? false
      else { throw ReportRefusal.noGap }
      guard found.source.mayBeLeftOut || found.source.isByHand else { throw ReportRefusal.staysIn }
      return try add(.rowLeftOut(part: part, row: row, reason: try TextBounds.text(reason, "the reason")))
    case .certify: return try certify()
    case .file(let how, let at): return try send(how, at)
    case .keep(let place):
      guard case .held = form.destination else { throw ReportRefusal.otherKind(form.kindWords) }
      guard file.edition.certificate != nil else { throw ReportRefusal.notCertified }
      return try add(.kept(place: try TextBounds.text(place, "where it is kept", limit: TextBounds.short)))
    case .amend(let reason):
      guard file.edition.certificate != nil || file.edition.published != nil else { throw ReportRefusal.nothingToAmend }
      return try add(.amended(reason: try TextBounds.text(reason, "the reason")))
    case .proposePublication(let span): return try propose(span)
    case .publish: return try publish()
    case .decline(let reason):
      guard let proposal = file.edition.proposal, file.edition.published == nil else { throw ReportRefusal.notProposed }
      guard proposal.by.staff != staff.id else { throw OfficeRefusal.secondPersonNeeded }
      return try add(.publicationDeclined(reason: try TextBounds.text(reason, "the reason")))
    }
  }

  private func add(_ what: ReportHappening, saying more: [String: CanonicalJSON] = [:]) throws -> ReportEvent {
    let event = event(what)
    try rows.append(event, saying: more)
    return event
  }

  private func event(_ what: ReportHappening) -> ReportEvent {
    ReportEvent(number: file.version + 1, recorded: now, by: Signature(staff), what: what)
  }

  private func requireOpen() throws {
    if case .published = form.destination { throw ReportRefusal.otherKind(form.kindWords) }
    guard file.edition.certificate == nil else { throw ReportRefusal.isCertified }
  }

  private func requireOver(_ period: ReportPeriod) throws {
    guard zone.day(of: now) > period.last else { throw ReportRefusal.notOver(period) }
  }

  /// As recorded now, whoever waits to write: this transaction is the only one.
  private func sheet() throws -> ReportSheet {
    let cases = try rows.cases(in: file.period, before: .max, zone: zone)
    return file.completing(ReportComputing(form: form, period: file.period, zone: zone).sheet(cases))
  }

  // MARK: Preparing

  private func fill(
    _ partID: String, _ row: String?, _ columnID: String, _ value: String?, _ source: String
  ) throws -> ReportFill {
    try requireOpen()
    guard let part = form.part(partID), let column = part.column(columnID) else { throw ReportRefusal.noGap }
    let rows = try sheet().lists.first { $0.part == part }?.rows ?? []
    let isThere = rows.contains { item in
      (row == nil || item.key == row)
        && (item.cells[columnID]?.isMissing ?? false || row != nil && item.filled.contains(columnID))
    }
    guard isThere else { throw ReportRefusal.noGap }
    return ReportFill(
      part: partID, row: row, column: columnID, value: try read(value, column),
      source: try TextBounds.text(source, "from what it is known", limit: TextBounds.short))
  }

  private func read(_ value: String?, _ column: ReportColumn) throws -> String? {
    guard let value else {
      guard column.mayNotApply else {
        throw ReportRefusal.value(column: column.title, why: "it is told of every entry")
      }
      return nil
    }
    switch column.kind.read(value) {
    case .success(let text): return text
    case .failure(let mistake): throw ReportRefusal.value(column: column.title, why: mistake.sentence)
    }
  }

  private func entered(_ partID: String, _ cells: [String: String]) throws -> [String: String] {
    try requireOpen()
    guard let part = form.part(partID), part.source == .enteredByHand else { throw ReportRefusal.staysIn }
    var read: [String: String] = [:]
    for column in part.columns {
      let text = cells[column.id]?.trimmingSpace ?? ""
      read[column.id] = try self.read(text.isEmpty && column.mayNotApply ? nil : text, column) ?? ReportCell.notApplying
    }
    return read
  }

  // MARK: Certifying and filing

  private func certify() throws -> ReportEvent {
    try requireOpen()
    try requireOver(file.period)
    let sheet = try sheet()
    guard sheet.gaps.isEmpty, sheet.obstacles.isEmpty else {
      throw ReportRefusal.incomplete(gaps: sheet.gaps.count, obstacles: sheet.obstacles.count)
    }
    guard !sheet.isNil || form.nilReport == .required else { throw ReportRefusal.nothingToReport }
    let (csv, statement) = (sheet.csv, sheet.statement(office))
    let certificate = ReportCertificate(
      before: try StoredLog(db: rows.rows.db).size(), asOf: now, statement: statement, count: sheet.count,
      digest: digest(of: csv))
    let event = event(.certified(certificate))
    let edition = file.edition.number
    let (_, payload) = try rows.append(
      event,
      saying: [
        "event": .string("report.certified"), "office": .string(office), "edition": .integer(edition),
        "digest": .string(certificate.digest), "count": .integer(sheet.count), "statement": .string(statement),
        "certifier": .string(Signature(staff).text), "at": .integer(Int(now.seconds)),
      ])
    try rows.keep(csv, .csv, edition: edition)
    try rows.keep(payload, .receipt, edition: edition)
    return event
  }

  private func send(_ how: String, _ at: Instant) throws -> ReportEvent {
    guard case .filed(let route) = form.destination else { throw ReportRefusal.otherKind(form.kindWords) }
    guard let certificate = file.edition.certificate else { throw ReportRefusal.notCertified }
    guard file.edition.filings.count < route.count else { throw ReportRefusal.isFiled }
    guard at <= now else { throw CaseRefusal.inTheFuture("the time at which it was sent") }
    guard at >= certificate.at.adding(seconds: -59) else {
      throw ReportRefusal.value(column: "When it was sent", why: "that is before it was certified")
    }
    let filing = ReportFiling(
      to: route[file.edition.filings.count], how: try TextBounds.text(how, "how it was sent", limit: TextBounds.short),
      at: at)
    return try add(.filed(filing))
  }

  // MARK: Publishing

  private func propose(_ span: ReportPeriod) throws -> ReportEvent {
    guard case .published(let count) = form.destination else { throw ReportRefusal.otherKind(form.kindWords) }
    guard file.edition.proposal == nil else { throw ReportRefusal.isCertified }
    guard span.last == file.period.last else { throw ReportRefusal.noPeriod }
    try requireOver(span)
    let offer = try rows.offer(count, span, zone: zone)
    guard let table = offer.table else { throw offer.refusal ?? .nothingSafe }
    let before = try StoredLog(db: rows.rows.db).size()
    return try add(.publicationProposed(PublicationProposal(period: span, table: table, before: before)))
  }

  private func publish() throws -> ReportEvent {
    guard let proposal = file.edition.proposal, file.edition.published == nil else { throw ReportRefusal.notProposed }
    guard proposal.by.staff != staff.id else { throw OfficeRefusal.secondPersonNeeded }
    // Another table may have been published since it was proposed.
    let others = try rows.publications().filter { $0.period.overlaps(proposal.content.period) }
    if let other = others.first(where: { $0.period != proposal.content.period || $0.form != form }) {
      throw ReportRefusal.overlaps(other.period)
    }
    let event = event(.published)
    let (entry, _) = try rows.append(
      event,
      saying: [
        "event": .string("table.published"), "office": .string(office), "edition": .integer(file.edition.number),
        "digest": .string(digest(of: proposal.content.table.csv)), "proposed": .string(proposal.by.staff),
        "agreed": .string(staff.id), "at": .integer(Int(now.seconds)),
      ])
    try rows.publish(proposal.content, edition: file.edition.number, at: now, entry: entry)
    return event
  }
}

extension ReportForm {
  /// What kind of report it is, in words.
  public var kindWords: String {
    switch destination {
    case .filed(let route): "filed with \(route.joined(separator: ", who sends it on to "))"
    case .held: "kept for inspection"
    case .published: "published as a table of counts"
    }
  }
}

extension ReportSheet {
  /// What whoever certifies it puts their name to.
  public func statement(_ office: String) -> String {
    let parts = lists.map { list in
      list.rows.isEmpty
        ? list.part.nothing : "\(list.part.title): \(list.rows.count) entr\(list.rows.count == 1 ? "y" : "ies")."
    }
    return "For \(office), \(period.words), under \(form.cite), I certify: " + parts.joined(separator: " ")
      + " This is all that was recorded, as far as I know, and it names nobody."
  }
}
