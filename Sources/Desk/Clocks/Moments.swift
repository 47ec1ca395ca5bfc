public import LawLanguage
internal import Reasoning

extension Instant: Codable {
  /// Reads whole seconds since 1970.
  public init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes whole seconds since 1970.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}

extension Day: Codable {
  /// Reads `2025-01-22`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day")
    }
    self = day
  }

  /// Writes `2025-01-22`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Days and moments as an office writes them: `Wednesday, January 22, 2025, 4:00 pm`.
public struct MomentWords: Sendable {
  /// The zone whose clocks are read.
  public let zone: Zone

  /// Words for a zone.
  public init(zone: Zone) { self.zone = zone }

  private var written: MomentText { MomentText(zone: zone) }

  /// `Wednesday, January 22, 2025`.
  public func text(_ day: Day) -> String { written.text(day) }

  /// `Wednesday, January 22, 2025, 4:00 pm`.
  public func text(_ instant: Instant) -> String { written.text(instant) }

  /// The end of a span: midnight is written as 11:59 pm of the day before, lest anybody takes it for the next day.
  public func ending(_ instant: Instant) -> String { written.end(instant) }

  /// The last second of a day.
  public func end(of day: Day) -> Instant {
    Instant(seconds: zone.instant(of: day.adding(days: 1), minutes: 0).seconds - 1)
  }
}

extension Instant {
  /// The moment so many seconds later, or earlier if negative.
  package func adding(seconds: Int64) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// The moment so many hours later.
  package func adding(hours: Int) -> Instant { adding(seconds: Int64(hours) * 3600) }
}
