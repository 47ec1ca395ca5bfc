/// People who do a work that takes long to hire for: those in office, and those on the way.
struct Workforce: Sendable {
  private(set) var inOffice: Int
  private var onTheWay: [Int: Int] = [:]
  private var authority = 0.0
  private(set) var hired = 0
  private(set) var left = 0

  /// A staff, and hires at this rate already under way for the length of the lead.
  init(inOffice: Int, underWayPerYear: Double, leadDays: Int, from day: Int) {
    self.inOffice = inOffice
    for offset in 0..<max(0, leadDays) {
      decide(perYear: underWayPerYear, on: day + offset - leadDays, leadDays: leadDays)
    }
    hired = 0
  }

  mutating func carry(_ carrier: inout StateCarrier) {
    carrier.carry(&inOffice)
    carrier.carry(&authority)
    carrier.carry(&hired)
    carrier.carry(&left)
    // In the order of the days, so that the same state always has the same bytes.
    var days = onTheWay.keys.sorted().map { UInt32(truncatingIfNeeded: $0) }
    carrier.carry(list: &days, below: 10_000_000)
    onTheWay = Dictionary(
      days.map { day in
        var people = onTheWay[Int(day)] ?? 0
        carrier.carry(&people)
        return (Int(day), people)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Those not yet at work.
  var underWay: Int { onTheWay.values.reduce(0, +) }

  /// One day: those whose lead is over begin, some leave, and hiring is decided unless it stands still.
  mutating func step(
    day: Int, hiresPerYear: Double, leadDays: Int, leaves: Thinning, standsStill: Bool, _ stream: inout RandomStream
  ) {
    if let arriving = onTheWay.removeValue(forKey: day) { inOffice += arriving }
    let leaving = leaves.draw(inOffice, &stream)
    inOffice -= leaving
    left += leaving
    if !standsStill { decide(perYear: hiresPerYear, on: day, leadDays: leadDays) }
  }

  private mutating func decide(perYear: Double, on day: Int, leadDays: Int) {
    authority += perYear / 365.25
    let whole = Int(authority)
    guard whole > 0 else { return }
    authority -= Double(whole)
    hired += whole
    onTheWay[day + max(1, leadDays), default: 0] += whole
  }
}
