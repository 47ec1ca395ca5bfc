import Forecasting
import LawLanguage
import Testing

@Suite struct CustodyTests {
  /// Beds enough for everybody, so that it is the rates of leaving that are seen.
  private let room = LeverSetting(.fundedBeds, 200_000, from: Day(number: 19_997))

  @Test(
    "countries that refuse are in the published figures already: how many they are moves neither custody nor removals")
  func refusing() async throws {
    let fixed: [[ParameterName: Double]] = [
      [.refusingCountryShare: 0.03, .documentsIssued: 0.35], [.refusingCountryShare: 0.13, .documentsIssued: 0.05],
    ]
    var custody: [Double] = [], removals: [Double] = []
    for numbers in fixed {
      let outcome = try #require(
        try await plan(months: 18, settings: [room], drawing: .best, fixed: numbers).run(0..<1, threads: 1).first)
      let last = 6..<18
      custody.append(last.reduce(0) { $0 + Measure.custody.value(outcome.months, $1, days: 30) })
      removals.append(last.reduce(0) { $0 + Measure.removals.value(outcome.months, $1, days: 30) })
    }
    #expect(abs(custody[1] / custody[0] - 1) < 0.03, "\(custody)")
    #expect(abs(removals[1] / removals[0] - 1) < 0.03, "\(removals)")
  }

  @Test("more countries refusing than the published figures hold keeps people longer and removes fewer")
  func moreRefusing() async throws {
    let more = [room, LeverSetting(.refusingCountries, 3, from: Day(number: 19_997))]
    let base = try #require(try await plan(months: 12, settings: [room], drawing: .best).run(0..<1, threads: 1).first)
    let outcome = try #require(try await plan(months: 12, settings: more, drawing: .best).run(0..<1, threads: 1).first)
    func sum(_ outcome: Outcome, _ measure: Measure) -> Double {
      (6..<12).reduce(0) { $0 + measure.value(outcome.months, $1, days: 30) }
    }
    #expect(sum(outcome, .custody) > 1.04 * sum(base, .custody))
    #expect(sum(outcome, .removals) < 0.97 * sum(base, .removals))
  }

  @Test("of those let go, the share that the number says is found within ninety days, and nobody after them")
  func sight() {
    let sight = Sight(found: 0.12)
    let grid = (0..<1000).map { sight.fate(Double($0) / 1000, Double($0 * 7 % 1000) / 1000) }
    #expect(grid.filter { $0.isFound && $0.days <= 90 }.count == 120)
    #expect(grid.allSatisfy { (1...90).contains($0.days) })
    #expect(grid.filter { !$0.isFound }.allSatisfy { $0.days == 90 })
  }

  @Test("removals are counted as the published figures count them")
  func counted() async throws {
    let outcome = try #require(try await plan(months: 12, drawing: .best).run(0..<1, threads: 1).first)
    func sum(_ tally: Tally) -> Double { (0..<12).reduce(0) { $0 + Double(outcome.months[$1, tally]) } }
    let expected =
      0.88 * sum(.removalsFromCustodyICE) + sum(.removalsFromCustodyCBP) + sum(.removalsWithoutBookIn)
    #expect(abs(sum(.removalsCounted) / expected - 1) < 0.01)
    let shown = (0..<12).reduce(0) { $0 + Measure.removals.value(outcome.months, $1, days: 30) }
    #expect(shown == sum(.removalsCounted))
  }

  @Test("people who are monitored when a run begins are so on its first day, and their number holds")
  func monitored() async throws {
    let outcome = try #require(try await plan(months: 12, drawing: .best).run(0..<1, threads: 1).first)
    let later = Double(outcome.months[11, .monitoredDays]) / 30
    #expect(abs(later / ParameterName.monitoredCases.definition.value - 1) < 0.2, "\(later)")
    let daily = Double(outcome.months[0, .monitoredDays]) / 31
    #expect(abs(daily / ParameterName.monitoredCases.definition.value - 1) < 0.05, "\(daily)")
    let pending = ParameterName.pendingCases.definition.value
    #expect(abs(Double(outcome.months[0, .pendingAtEnd]) / pending - 1) < 0.02)
  }

  @Test("what changes in one state leaves the chance of every other as it was")
  func apart() async throws {
    let fewer = [LeverSetting(.bookingRate, 0.5, from: Day(number: 19_997), states: ["CA"])]
    let base = try #require(try await plan(months: 3).run(0..<1, threads: 1).first)
    let changed = try #require(try await plan(months: 3, settings: fewer).run(0..<1, threads: 1).first)
    let table = CountyTable.unitedStates
    for state in table.states {
      let pairs = [PlaceTally.requests, .held].map { tally in
        (base.counties.sum(state.counties, tally), changed.counties.sum(state.counties, tally))
      }
      if state.code == "CA" {
        #expect(pairs.allSatisfy { $0.0 > $0.1 })
      } else {
        #expect(pairs.allSatisfy { $0.0 == $0.1 }, "\(state.code): \(pairs)")
      }
    }
  }

  @Test("everybody who does the work is paid: officers, investigators moved, and people lent")
  func staff() async throws {
    let start = Day(number: 19_997)
    let settings = [
      LeverSetting(.surgeStaff, 4_000, from: start), LeverSetting(.officersFromInvestigations, 2_000, from: start),
    ]
    let heads: [CostHead] = [.custodialArrests, .atLargeArrests, .otherOfficers]
    var sums: [Double] = []
    for lent in [[], settings] {
      let outcome = try #require(
        try await plan(months: 12, settings: lent, drawing: .best).run(0..<1, threads: 1).first)
      let year = CostLedger(outcome, from: start).years[0]
      sums.append(heads.reduce(0) { $0 + (year[$1] ?? 0) })
    }
    let expected = 6_000 * ParameterName.officerYearCost.definition.value
    #expect(abs((sums[1] - sums[0]) / expected - 1) < 0.01, "\(sums)")
  }

  @Test("with no officers of its own a run still counts what people lent can do")
  func noOfficers() async throws {
    let start = Day(number: 19_997)
    let outcome = try #require(
      try await plan(
        months: 2, settings: [LeverSetting(.surgeStaff, 6_000, from: start)], drawing: .best, fixed: [.officers: 0]
      ).run(0..<1, threads: 1).first)
    #expect(outcome.months[1, .atLargeArrests] > 1_000)
  }
}
