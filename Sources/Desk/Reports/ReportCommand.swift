public import LawLanguage

/// What somebody can do to a report.
public enum ReportCommand: Sendable, Hashable {
  /// Fill what is missing: for one entry, or for every one where the column is missing; no value where it does not apply.
  case fill(part: String, row: String?, column: String, value: String?, source: String)
  /// Enter a row that the cases do not know.
  case enterRow(part: String, cells: [String: String])
  /// Leave out an entry that turned out not to belong here.
  case leaveOut(part: String, row: String, reason: String)
  /// Put one's name to it.
  case certify
  /// Record that it was sent to the next of those it goes to.
  case file(how: String, at: Instant)
  /// Record that it is kept ready for inspection.
  case keep(place: String)
  /// Begin another edition.
  case amend(reason: String)
  /// Propose to show a table to everybody, for this period or a longer one that ends with it.
  case proposePublication(ReportPeriod)
  /// Agree, as a second person.
  case publish
  /// Disagree, as a second person.
  case decline(reason: String)
}

/// A report of an agency, in a list.
public struct ReportListing: Sendable, Hashable {
  /// The form.
  public let form: ReportForm
  /// The period.
  public let period: ReportPeriod
  /// Where it stands.
  public let stage: ReportFile.Stage
  /// Whether the law makes it owed.
  public let owed: Owed
  /// The last day on which it is in time.
  public let due: Day?
  /// When it first reached an authority.
  public let filed: Instant?

  /// Whether a report is owed.
  public enum Owed: Sendable, Hashable {
    /// The law says so.
    case yes(cite: String)
    /// It hangs on something not recorded.
    case notKnown(cite: String)
    /// The law, as it stands for this agency, does not ask for it.
    case no
    /// No rule of the library asks for it; the office may make it.
    case choice
  }
}

/// Everything about a report that its page shows.
public struct ReportView: Sendable {
  /// Its state.
  public let file: ReportFile
  /// As it would come out now; for what is certified, as it would if it were made anew.
  public let sheet: ReportSheet
  /// What happened to it.
  public let history: [ReportEvent]
  /// Whether it is owed, and by when.
  public let listing: ReportListing
  /// For what is certified: what has changed since, in sentences.
  public let changedSince: [String]
  /// For a public table: what could be proposed.
  public let offers: [Offer]

  /// A table that could be shown.
  public struct Offer: Sendable, Hashable {
    /// For which period.
    public let period: ReportPeriod
    /// The table; nil where nothing of it could be shown.
    public let table: PublicTable?
    /// Why it cannot be proposed.
    public let refusal: ReportRefusal?
  }
}

/// A table that everybody may see.
public struct PublishedTable: Sendable, Hashable {
  /// Its form.
  public let form: ReportForm
  /// What it counts.
  public let period: ReportPeriod
  /// Which edition.
  public let edition: Int
  /// Since when.
  public let from: Instant
  /// The log's entry that commits to it.
  public let entry: Int
  /// The table.
  public let table: PublicTable
}
