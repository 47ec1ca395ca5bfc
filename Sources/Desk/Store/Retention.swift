/// How long records of a kind are kept, as a law or an office's schedule says it.
public struct RetentionSchedule: Sendable, Hashable, Codable {
  /// What people call it.
  public let title: String
  /// The law or schedule that says so.
  public let cite: String
  /// How many years they are kept.
  public let years: Int
  /// From when.
  public let from: Start
  /// Whether whom the case is about goes, or everything.
  public let then: Disposition

  /// From when years are counted.
  public enum Start: String, Sendable, Hashable, Codable, CaseIterable { case received, ended, closed }

  /// What goes.
  public enum Disposition: String, Sendable, Hashable, Codable, CaseIterable {
    /// The record of the person; figures and reasons stay.
    case forgetPerson = "forget-person"
    /// Everything but the number and the log's leaves.
    case erase
  }

  /// A schedule.
  public init(title: String, cite: String, years: Int, from: Start, then: Disposition) {
    self.title = title
    self.cite = cite
    self.years = years
    self.from = from
    self.then = then
  }
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
