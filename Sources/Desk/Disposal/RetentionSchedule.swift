public import LawLanguage

/// How long records of a kind are kept, as a law or an office's schedule says it.
public struct RetentionSchedule: Sendable, Hashable, Codable {
  /// Of which records.
  public let kind: Kind
  /// What the schedule calls them.
  public let title: String
  /// The law or schedule that says so.
  public let cite: String
  /// Where its text was read, and when.
  public let source: String
  /// How many years they are kept.
  public let years: Int
  /// From when.
  public let from: Start
  /// Whether whom the case is about goes, or everything.
  public let then: Disposition

  /// What a record is of. A case is of one kind.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody asked for something.
    case request
    /// No paper came; a booking or another event made something due.
    case event
    /// What came could not be read, and was never entered as a request.
    case unreadable

    init(of file: CaseFile) {
      switch file.opening.start {
      case .request: self = .request
      case .event: self = .event
      case .unreadable: self = file.papers.isEmpty ? .unreadable : .request
      }
    }
  }

  /// From when years are counted.
  public enum Start: String, Sendable, Hashable, Codable, CaseIterable { case received, ended, closed }

  /// What goes.
  public enum Disposition: String, Sendable, Hashable, Codable, CaseIterable {
    /// The record of the person; figures and reasons stay.
    case forgetPerson = "forget-person"
    /// Everything but the number and the log's leaves.
    case erase
  }

  /// The longest time that a schedule can have; what is kept for good has no schedule.
  public static let longest = 100

  /// A schedule, refused where it does not say whose word it is.
  public init(
    _ kind: Kind, title: String, cite: String, source: String, years: Int, from: Start, then: Disposition
  ) throws(CaseRefusal) {
    self.kind = kind
    self.title = try TextBounds.text(title, "what the schedule calls the records", limit: TextBounds.short)
    // The citation is what a ground refers to.
    self.cite = try TextBounds.text(cite, "the law or schedule", limit: DisposalGround.longest)
    self.source = try TextBounds.text(source, "where its text was read", limit: TextBounds.short)
    guard (1...RetentionSchedule.longest).contains(years) else {
      throw .textNeeded("a number of years from 1 to \(RetentionSchedule.longest)")
    }
    self.years = years
    self.from = from
    self.then = then
  }

  /// A case that began before this has had its time.
  func end(at now: Instant, in zone: Zone) -> Instant {
    zone.instant(of: zone.day(of: now).adding(months: -12 * years), minutes: 0)
  }
}

/// A schedule that counsel has adopted for the office, and so that it is applied.
public struct AdoptedSchedule: Sendable, Hashable {
  /// Its number.
  public let number: Int
  /// What it says.
  public let schedule: RetentionSchedule
  /// Who adopted it.
  public let by: Signature
  /// When.
  public let at: Instant
}

/// A case whose time has come under a schedule.
public struct DispositionDue: Sendable, Hashable {
  /// The case.
  public let id: CaseID
  /// Its number.
  public let number: CaseNumber
  /// By which schedule.
  public let schedule: RetentionSchedule
}
