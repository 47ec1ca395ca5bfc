/// Public cost of a mean year, head by head, each bar beginning where the one before it ended.
struct CostWaterfall: Sendable {
  /// Dollars a year by head, in medians; heads of which nothing is spent are left out.
  let heads: [(name: String, dollars: Double)]
  /// The median of all, which is not the sum of the medians.
  let total: Band
  /// What is left when the heads' medians are added up.
  let rounding: Double
  /// Federal cost for one removal and for one day of custody: averages, or of a difference what one more costs.
  let perRemoval: Band?
  let perDay: Band?

  init(_ outcomes: [Outcome], less base: [Outcome]?, ledgers: [CostLedger], others: [CostLedger]?) {
    let years = Double(max(1, outcomes.first?.months.months ?? 12)) / 12
    func draws(_ value: (CostLedger) -> Double) -> [Double] {
      ledgers.enumerated().map { index, ledger in
        (value(ledger) - (others.flatMap { index < $0.count ? value($0[index]) : nil } ?? 0)) / years
      }
    }
    func spent(_ ledger: CostLedger, _ heads: [CostHead]) -> Double {
      ledger.years.reduce(0) { sum, year in sum + heads.reduce(0) { $0 + (year[$1] ?? 0) } }
    }
    heads = CostHead.allCases.map { head in (head.rawValue, Band(draws { spent($0, [head]) }).median) }
      .filter { abs($0.1) >= 500_000 }
    total = Band(draws { spent($0, CostHead.allCases) })
    rounding = total.median - heads.reduce(0) { $0 + $1.1 }
    func counted(_ outcome: Outcome, _ tallies: [Tally]) -> Double {
      (0..<outcome.months.months).reduce(0.0) { sum, month in
        sum + tallies.reduce(0.0) { $0 + Double(outcome.months[month, $1]) }
      }
    }
    func per(_ heads: [CostHead], _ tallies: [Tally]) -> Band? {
      let dollars = draws { spent($0, heads) }
      let people = outcomes.enumerated().map { index, outcome in
        (counted(outcome, tallies)
          - (base.flatMap { index < $0.count ? counted($0[index], tallies) : nil } ?? 0)) / years
      }
      // A ratio of differences means nothing where the difference may be either way.
      let range = Band(people).fourFifths
      guard range.lowerBound > 0 || range.upperBound < 0 else { return nil }
      return Band(zip(dollars, people).map { $1 == 0 ? 0 : $0 / $1 })
    }
    perRemoval = per(
      CostHead.allCases.filter { !$0.isLocal },
      [.removalsFromCustodyICE, .removalsFromCustodyCBP, .removalsWithoutBookIn])
    perDay = per([.beds, .newBeds], [.custodyDaysICE, .custodyDaysCBP, .waitingDays])
  }

  private static let step = 32.0

  /// The picture.
  var svg: String {
    var (low, high, running) = (0.0, 0.0, 0.0)
    for head in heads {
      running += head.dollars
      low = min(low, running)
      high = max(high, running)
    }
    low = min(low, total.fourFifths.lowerBound)
    high = max(high, total.fourFifths.upperBound)
    func x(_ dollars: Double) -> Double { 2 + 396 * (dollars - low) / max(1, high - low) }
    var parts = ReportPiece.line(x(0), 0, x(0), CostWaterfall.step * Double(heads.count + 1), "axis")
    running = 0
    for (index, head) in heads.enumerated() {
      let y = CostWaterfall.step * Double(index)
      let (from, to) = (min(running, running + head.dollars), max(running, running + head.dollars))
      parts += ReportPiece.text("\(head.name): \(CostWaterfall.millions(head.dollars))", 4, y + 11)
      parts += ReportPiece.box(x(from), y + 15, max(0.8, x(to) - x(from)), 11, head.dollars < 0 ? "plain" : "dark")
      running += head.dollars
    }
    let y = CostWaterfall.step * Double(heads.count)
    parts += ReportPiece.text("All: \(CostWaterfall.millions(total.median))", 4, y + 11, bold: true)
    parts += ReportPiece.box(
      x(min(0, total.median)), y + 15, abs(x(total.median) - x(0)), 11, total.median < 0 ? "plain" : "pale")
    parts += ReportPiece.line(
      x(total.fourFifths.lowerBound), y + 20.5, x(total.fourFifths.upperBound), y + 20.5, "whisker")
    return ReportPiece.drawing(height: y + CostWaterfall.step, words: words, parts)
  }

  /// What stands beside the picture.
  func sentences(isDifference: Bool) -> String {
    func dollars(_ band: Band) -> String {
      "$\(Figure.plain(band.median)) (four fifths of the runs from $\(Figure.plain(band.fourFifths.lowerBound)) to "
        + "$\(Figure.plain(band.fourFifths.upperBound)))"
    }
    let unknown = "cannot be told: the difference may be either way"
    let (removal, day) = (perRemoval.map(dollars) ?? unknown, perDay.map(dollars) ?? unknown)
    return isDifference
      ? "<p>Each further removal costs \(removal) in federal money, and each further day of custody \(day).</p>"
      : "<p>All federal cost over all removals: \(removal). All beds, used and opened, over all days of custody: \(day). "
        + "These are averages: what one more costs is a comparison of two scenarios.</p>"
  }

  private var words: String {
    "Public cost of a mean year, in medians: "
      + heads.map { "\($0.name) \(CostWaterfall.millions($0.dollars))" }.joined(separator: "; ")
      + "; all \(CostWaterfall.millions(total.median)), four fifths of the runs from "
      + "\(CostWaterfall.millions(total.fourFifths.lowerBound)) to \(CostWaterfall.millions(total.fourFifths.upperBound))."
  }

  private static func millions(_ dollars: Double) -> String {
    "\(dollars < 0 ? "-" : "")$\(Figure.plain(abs(dollars) / 1_000_000)) million"
  }
}
