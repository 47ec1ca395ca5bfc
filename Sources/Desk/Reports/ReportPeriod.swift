public import LawLanguage

/// How often a report is owed.
public enum PeriodLength: String, Sendable, Hashable, Codable, CaseIterable {
  case month, quarter, year

  /// In months.
  var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }
}

/// The run of whole months that a report is about: a month, a quarter, or calendar years.
public struct ReportPeriod: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  /// Its first day.
  public let first: Day
  /// Its last day.
  public let last: Day
  private let year: Int
  private let month: Int
  private let months: Int

  /// The longest, in years: what a public table is widened to at most.
  static let longest = 5

  private init?(year: Int, month: Int, months: Int) {
    let isWhole: Bool =
      switch months {
      case 1: true
      case 3: [1, 4, 7, 10].contains(month)
      default: month == 1 && months % 12 == 0 && (1...ReportPeriod.longest).contains(months / 12)
      }
    guard isWhole, (1900...2200).contains(year), let first = Day(year: year, month: month, day: 1) else { return nil }
    self.first = first
    last = first.adding(months: months).adding(days: -1)
    self.year = year
    self.month = month
    self.months = months
  }

  /// The period of a length in which a day lies.
  public init?(_ length: PeriodLength, containing day: Day) {
    let (year, month, _) = day.civil
    switch length {
    case .month: self.init(year: year, month: month, months: 1)
    case .quarter: self.init(year: year, month: (month - 1) / 3 * 3 + 1, months: 3)
    case .year: self.init(year: year, month: 1, months: 12)
    }
  }

  /// Reads `2025`, `2025-Q3`, `2025-07` or, for several years, `2024-2025`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    func number(_ part: Substring, digits: Int) -> Int? {
      part.utf8.count == digits && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    let parts = String(text).split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ number($0, digits: 4) }) else { return nil }
    switch parts.count {
    case 1: self.init(year: year, month: 1, months: 12)
    case 2:
      if let last = number(parts[1], digits: 4) {
        guard last > year else { return nil }
        self.init(year: year, month: 1, months: 12 * (last - year + 1))
      } else if parts[1].first == "Q", let quarter = number(parts[1].dropFirst(), digits: 1) {
        self.init(year: year, month: 3 * quarter - 2, months: 3)
      } else if let month = number(parts[1], digits: 2) {
        self.init(year: year, month: month, months: 1)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// What it is written as in addresses and files; `init(_:)` reads it.
  public var description: String {
    switch months {
    case 1: "\(year)-\(month < 10 ? "0" : "")\(month)"
    case 3: "\(year)-Q\((month + 2) / 3)"
    case 12: "\(year)"
    default: "\(year)-\(year + months / 12 - 1)"
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// For a reader: `July to September 2025`.
  public var words: String {
    switch months {
    case 1: "\(ReportPeriod.names[month - 1]) \(year)"
    case 3: "\(ReportPeriod.names[month - 1]) to \(ReportPeriod.names[month + 1]) \(year)"
    case 12: "\(year)"
    default: "\(year) to \(year + months / 12 - 1)"
    }
  }

  /// The period of the same length before it.
  public var previous: ReportPeriod? {
    let day = first.adding(months: -months)
    return ReportPeriod(year: day.civil.year, month: day.civil.month, months: months)
  }

  /// One that ends with it and is as many years long; nil where it is not of whole years.
  func widened(toYears years: Int) -> ReportPeriod? {
    guard months % 12 == 0 else { return nil }
    let last = year + months / 12 - 1
    return ReportPeriod(year: last - years + 1, month: 1, months: 12 * years)
  }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Whether some day lies in both.
  public func overlaps(_ other: ReportPeriod) -> Bool { first <= other.last && other.first <= last }

  /// Earlier ones come first; of two that begin together, the shorter.
  public static func < (left: ReportPeriod, right: ReportPeriod) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }

  /// Reads what `description` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let period = ReportPeriod(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no period")
    }
    self = period
  }

  /// Writes `description`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
