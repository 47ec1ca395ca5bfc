public import LawLanguage

/// A report that a law asks for, as data: what is told, for how long, and to whom.
public struct ReportForm: Sendable, Hashable, Identifiable {
  /// Its name in addresses, files and settings: `il-trust`.
  public let id: String
  /// What it is called.
  public let title: String
  /// The state whose law it is.
  public let jurisdiction: String
  /// The law's own section: `5 ILCS 805/25`.
  public let cite: String
  /// The rules of the library that make it owed, as `law/rule`; none where the library has no such rule.
  public let rules: [String]
  /// What becomes of it.
  public let destination: Destination
  /// How often.
  public let length: PeriodLength
  /// When it is due.
  public let due: DueRule
  /// Whether nothing to tell is to be told.
  public let nilReport: NilReport
  /// What it tells. A published table has none: it is counted.
  public let parts: [ReportPart]
  /// What its columns rest on, and what nobody here has read.
  public let basis: String

  /// The three things that can become of a report. None ever becomes another: only what is filed goes to an authority,
  /// and only a table of counts is ever published.
  public enum Destination: Sendable, Hashable {
    /// It goes to authorities, one after the other, over somebody's name.
    case filed(route: [String])
    /// It is kept ready for whoever may inspect it.
    case held(readers: String)
    /// It is counts for everybody.
    case published(PublicCount)
  }

  /// Whether a period without anything to tell is reported.
  public enum NilReport: String, Sendable, Hashable { case required, notRequired }

  /// When a report is due, counted from its period.
  public enum DueRule: Sendable, Hashable {
    /// On a day of the year after the period.
    case nextYear(month: Int, day: Int)
    /// The law sets no day that was found; why, in a sentence.
    case noDayKnown(String)
  }

  /// The last day on which it is in time; nil where no day is known.
  public func dueDay(of period: ReportPeriod) -> Day? {
    guard case .nextYear(let month, let day) = due else { return nil }
    return Day(year: period.last.civil.year + 1, month: month, day: day)
  }

  /// The part of that name.
  func part(_ id: String) -> ReportPart? { parts.first { $0.id == id } }
}

/// One list within a report.
public struct ReportPart: Sendable, Hashable, Identifiable {
  /// Its name in files.
  public let id: String
  /// Its heading.
  public let title: String
  /// What is certified where it holds nothing.
  public let nothing: String
  /// Where its rows come from.
  public let source: RowSource
  /// What is told of each.
  public let columns: [ReportColumn]

  func column(_ id: String) -> ReportColumn? { columns.first { $0.id == id } }
}

/// One thing that is told of each entry.
public struct ReportColumn: Sendable, Hashable, Identifiable {
  /// Its name in files: `date-received`.
  public let id: String
  /// Its heading.
  public let title: String
  /// What may stand in it.
  public let kind: Kind
  /// Whether it may not apply to an entry: `n/a`.
  public let mayNotApply: Bool

  /// What may stand in a column.
  public enum Kind: Sendable, Hashable {
    /// `2025-03-04`.
    case day
    /// `2025-03-04 14:05`, on the agency's clocks.
    case moment
    /// A whole number from 0.
    case number
    /// One of these words.
    case choice([String])
    /// A short text without a name in it.
    case text
  }

  init(_ id: String, _ title: String, _ kind: Kind, mayNotApply: Bool = false) {
    self.id = id
    self.title = title
    self.kind = kind
    self.mayNotApply = mayNotApply
  }
}

/// From what a part's rows are made.
public enum RowSource: String, Sendable, Hashable {
  /// Each detainer and each warrant of an immigration officer that came.
  case immigrationPapers
  /// Each request for help of another kind.
  case requestsForHelp
  /// Both, those of a court left out.
  case requestsWithoutJudge
  /// Each request to certify a victim.
  case certifications
  /// Each act that was decided to be done for immigration agents.
  case helpGiven
  /// Each person handed over.
  case transfers
  /// Entered by hand: the cases do not know it.
  case enteredByHand
  /// One entry, by hand.
  case statement

  /// Whether a row may turn out to belong to another report, or none, so that somebody may leave it out.
  public var mayBeLeftOut: Bool {
    switch self {
    case .transfers, .helpGiven: true
    case .immigrationPapers, .requestsForHelp, .requestsWithoutJudge, .certifications, .enteredByHand, .statement: false
    }
  }

  /// Whether rows are written by people.
  public var isByHand: Bool { self == .enteredByHand || self == .statement }
}

/// What a public table counts.
public enum PublicCount: String, Sendable, Hashable, Codable {
  /// Papers by kind and by what came of them.
  case papersByOutcome
  /// How immigration agents were given access: releases told, interviews, people handed over.
  case accessGiven
}
