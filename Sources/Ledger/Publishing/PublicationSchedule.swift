/// When outsiders see more of the log, and how much more: by the clock, whatever has happened.
///
/// Each publication adds exactly one block. What has come in fills it from the front, padding fills the rest, and what
/// does not fit waits for the next. So neither the size of the published log nor the instant at which it grows depends
/// on how many entries there were, or when.
public struct PublicationSchedule: Hashable, Sendable {
  /// Seconds from one publication to the next.
  public let period: Int
  /// Seconds after midnight UTC, for daily publication; the shift of the periods in general.
  public let offset: Int
  /// How many entries each publication adds: a multiple of 256, so that no tile of entries is ever partial.
  public let block: Int

  /// Seconds from the boundary of a period until a publication is shown. By then it is made, however long that took.
  static let delay = 60

  /// Daily at 10:00 UTC, 256 entries, unless told otherwise; nil for periods under ten minutes, or blocks that are no
  /// multiple of 256 up to 65,536.
  public init?(period: Int = 86_400, offset: Int = 36_000, block: Int = LogTile.width) {
    guard period >= 600, (0..<period).contains(offset), (256...65_536).contains(block), block % LogTile.width == 0
    else { return nil }
    self.period = period
    self.offset = offset
    self.block = block
  }

  /// Daily at 10:00 UTC, 256 entries.
  public static let daily = PublicationSchedule(uncheckedPeriod: 86_400, offset: 36_000, block: LogTile.width)

  private init(uncheckedPeriod period: Int, offset: Int, block: Int) {
    self.period = period
    self.offset = offset
    self.block = block
  }

  /// The number of the period in which this second since 1970 lies.
  func number(at second: Int) -> Int {
    let shifted = second - offset
    return shifted >= 0 ? shifted / period : -((period - 1 - shifted) / period)
  }

  /// The first second of the next period: when to publish again.
  public func next(after second: Int) -> Int { (number(at: second) + 1) * period + offset }

  /// Whether a publication is due, the last having been in a period.
  ///
  /// A clock that is set back by a little across a boundary publishes nothing twice; one that was far ahead and is put
  /// right does not silence the log for years.
  func isDue(at second: Int, last: Int?) -> Bool {
    guard let last else { return true }
    return !(last - 1...last).contains(number(at: second))
  }

  /// From when a publication made at this second is shown: soon after the boundary, or, made late, at a full minute.
  func shownFrom(madeAt second: Int) -> Int {
    let regular = number(at: second) * period + offset + PublicationSchedule.delay
    return second < regular - PublicationSchedule.delay / 2 ? regular : (second / 60 + 2) * 60
  }
}
