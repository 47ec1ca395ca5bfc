public import LawLanguage

/// What can happen to a report.
public enum ReportHappening: Sendable, Hashable, Codable {
  /// Somebody filled what was missing.
  case filled(ReportFill)
  /// Somebody entered a row by hand.
  case rowEntered(part: String, cells: [String: String])
  /// Somebody left an entry out.
  case rowLeftOut(part: String, row: String, reason: String)
  /// Somebody put their name to it; from then on it stands as it is.
  case certified(ReportCertificate)
  /// It went to an authority.
  case filed(ReportFiling)
  /// It is kept ready for inspection.
  case kept(place: String)
  /// What was filed, kept or published is to be put right; it stays, and another edition begins.
  case amended(reason: String)
  /// Somebody wants a table shown to everybody.
  case publicationProposed(PublicationProposal)
  /// A second person agreed: it is shown.
  case published
  /// A second person did not agree.
  case publicationDeclined(reason: String)
}

/// A value that a person gives where the cases say none.
public struct ReportFill: Sendable, Hashable, Codable {
  /// The part.
  public let part: String
  /// The entry's key; nil for every entry where it is missing.
  public let row: String?
  /// The column.
  public let column: String
  /// The value; nil where it does not apply.
  public let value: String?
  /// From what it is known.
  public let source: String
}

/// That somebody puts their name to a report.
public struct ReportCertificate: Sendable, Hashable, Codable {
  /// As recorded up to which entry of the log: computed from what stood before it, it comes out the same again.
  public let before: Int
  /// When that was.
  public let asOf: Instant
  /// What was certified, word for word.
  public let statement: String
  /// How many entries it has.
  public let count: Int
  /// SHA-256 of the file.
  public let digest: String
}

/// That a report went to an authority.
public struct ReportFiling: Sendable, Hashable, Codable {
  /// To whom.
  public let to: String
  /// How, and under which number of theirs.
  public let how: String
  /// When.
  public let at: Instant
}

/// A table that somebody wants shown.
public struct PublicationProposal: Sendable, Hashable, Codable {
  /// The period that it counts, which may be longer than the report's.
  public let period: ReportPeriod
  /// The table.
  public let table: PublicTable
  /// As recorded up to which entry of the log.
  public let before: Int
}

/// One thing that happened to a report.
public struct ReportEvent: Sendable, Hashable, Codable {
  /// Its number within the report, from 1.
  public let number: Int
  /// When.
  public let recorded: Instant
  /// By whom.
  public let by: Signature
  /// What.
  public let what: ReportHappening
  /// Random, so that the digest of the event says nothing to somebody who guesses the rest.
  public let salt: String

  init(number: Int, recorded: Instant, by: Signature, what: ReportHappening) {
    self.number = number
    self.recorded = recorded
    self.by = by
    self.what = what
    salt = CaseID().description
  }
}

/// One edition of a report: the first, or one that puts an earlier one right.
public struct ReportEdition: Sendable, Hashable {
  /// From 1.
  public let number: Int
  /// Why there is another one; nil for the first.
  public let reason: String?
  /// Who put their name to it.
  public internal(set) var certificate: Signed<ReportCertificate>?
  /// To whom it went, in order.
  public internal(set) var filings: [Signed<ReportFiling>] = []
  /// Where it is kept for inspection.
  public internal(set) var kept: Signed<String>?
  /// The table that somebody wants shown.
  public internal(set) var proposal: Signed<PublicationProposal>?
  /// Who agreed.
  public internal(set) var published: Signed<Bool>?

  /// Something with who signed it and when.
  public struct Signed<Content: Sendable & Hashable>: Sendable, Hashable {
    /// What.
    public let content: Content
    /// By whom.
    public let by: Signature
    /// When.
    public let at: Instant
  }
}

/// A report as it stands: what its events add up to.
public struct ReportFile: Sendable, Hashable {
  /// The form.
  public let form: ReportForm
  /// The period.
  public let period: ReportPeriod
  /// How many events it has.
  public private(set) var version = 0
  /// Its editions; the last is the one that is worked on or valid.
  public private(set) var editions = [ReportEdition(number: 1, reason: nil)]
  /// What people filled in, in order.
  public private(set) var fills: [ReportEdition.Signed<ReportFill>] = []
  private var enteredRows: [EnteredRow] = []
  /// The entries left out, with the reason.
  public private(set) var leftOut: [LeftOut] = []

  private struct EnteredRow: Sendable, Hashable {
    let part: String
    let key: String
    let cells: [String: String]
  }

  /// An entry that somebody left out.
  public struct LeftOut: Sendable, Hashable {
    /// The part.
    public let part: String
    /// The entry's key.
    public let row: String
    /// Why.
    public let reason: String
  }

  init(form: ReportForm, period: ReportPeriod, events: [ReportEvent] = []) {
    self.form = form
    self.period = period
    for event in events { apply(event) }
  }

  /// The edition that is worked on or valid.
  public var edition: ReportEdition { editions[editions.count - 1] }

  /// Where it stands.
  public var stage: Stage {
    if edition.published != nil { return .published }
    if edition.proposal != nil { return .proposed }
    if edition.kept != nil { return .kept }
    guard edition.certificate != nil else { return edition.number > 1 ? .amending : .open }
    if case .filed(let route) = form.destination, edition.filings.count >= route.count { return .filed }
    return edition.filings.isEmpty ? .certified : .underWay
  }

  /// Where a report stands.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    case open, certified, underWay, filed, kept, proposed, published, amending

    /// In words.
    public var title: String {
      switch self {
      case .open: "to be prepared"
      case .certified: "certified, not sent"
      case .underWay: "sent, to be sent on"
      case .filed: "filed"
      case .kept: "kept for inspection"
      case .proposed: "waits for a second person"
      case .published: "published"
      case .amending: "being amended"
      }
    }
  }

  /// When it reached the first authority in its present edition, or in an earlier one: what meets its day.
  public var firstFiled: Instant? { editions.lazy.compactMap { $0.filings.first?.content.at }.first }

  mutating func apply(_ event: ReportEvent) {
    let last = editions.count - 1
    func signed<Content>(_ content: Content) -> ReportEdition.Signed<Content> {
      ReportEdition.Signed(content: content, by: event.by, at: event.recorded)
    }
    switch event.what {
    case .filled(let fill): fills.append(signed(fill))
    case .rowEntered(let part, let cells):
      enteredRows.append(EnteredRow(part: part, key: "entered/\(event.number)", cells: cells))
    case .rowLeftOut(let part, let row, let reason):
      enteredRows.removeAll { $0.part == part && $0.key == row }
      leftOut.append(LeftOut(part: part, row: row, reason: reason))
    case .certified(let certificate): editions[last].certificate = signed(certificate)
    case .filed(let filing): editions[last].filings.append(signed(filing))
    case .kept(let place): editions[last].kept = signed(place)
    case .amended(let reason): editions.append(ReportEdition(number: last + 2, reason: reason))
    case .publicationProposed(let proposal): editions[last].proposal = signed(proposal)
    case .published: editions[last].published = signed(true)
    case .publicationDeclined: editions[last].proposal = nil
    }
    version = event.number
  }

  /// The sheet with what people entered, filled and left out.
  func completing(_ computed: ReportSheet) -> ReportSheet {
    var sheet = computed
    for index in sheet.lists.indices {
      let part = sheet.lists[index].part
      for row in enteredRows where row.part == part.id {
        var cells: [String: ReportCell] = [:]
        for column in part.columns {
          cells[column.id] =
            row.cells[column.id].map { $0 == ReportCell.notApplying ? .doesNotApply : .value($0) }
            ?? .missing(why: "It was not entered.")
        }
        sheet.lists[index].rows.append(ReportRow(key: row.key, origin: nil, cells: cells))
      }
      if part.source == .statement, sheet.lists[index].rows.isEmpty {
        let cells = Dictionary(
          uniqueKeysWithValues: part.columns.map { ($0.id, ReportCell.missing(why: "Say it in your own words.")) })
        sheet.lists[index].rows.append(ReportRow(key: "statement", origin: nil, cells: cells))
      }
      let out = Set(leftOut.filter { $0.part == part.id }.map(\.row))
      sheet.lists[index].rows.removeAll { out.contains($0.key) }
      for fill in fills.map(\.content) where fill.part == part.id { fill.apply(to: &sheet.lists[index].rows) }
    }
    if !leftOut.isEmpty {
      sheet.cautions.append(
        leftOut.count == 1 ? "One entry was left out by hand." : "\(leftOut.count) entries were left out by hand.")
    }
    return sheet
  }
}

extension ReportFill {
  /// What the cases say is never overwritten by hand: it is put right in the case.
  fileprivate func apply(to rows: inout [ReportRow]) {
    for index in rows.indices where row == nil || rows[index].key == row {
      let isOpen = rows[index].cells[column]?.isMissing ?? false
      // A fill for one entry may correct an earlier fill; one for all entries only fills.
      guard isOpen || row != nil && rows[index].filled.contains(column) else { continue }
      rows[index].cells[column] = value.map { .value($0) } ?? .doesNotApply
      rows[index].filled.insert(column)
    }
  }
}
