import Forecasting
import LawLanguage
import Testing

@Suite struct BalanceTests {
  /// A day of the test run, from its first.
  private func day(_ offset: Int) -> Day { Day(number: 19_997).adding(days: offset) }

  @Test("nobody is lost on any day under any lever, at both ends of its range", arguments: Lever.allCases)
  func lever(lever: Lever) throws {
    let values: [Double] =
      switch lever.kind {
      case .multiple: [0, 6]
      case .count: [0, 60_000]
      case .signedCount: [-60_000, 60_000]
      case .share: [0, 1]
      case .onOrOff: [1]
      }
    for value in values {
      let settings = [LeverSetting(lever, value, from: day(20), until: day(70))]
      var replicate = Replicate(plan(months: 4, settings: settings, isChecked: true), number: 1)
      _ = try replicate.run()
    }
  }

  @Test("nobody is lost under many shocks at once", arguments: 0..<4)
  func shocks(number: Int) throws {
    var stream = Chance(seed: 99, replicate: number).stream(.network)
    let settings = Lever.allCases.map { lever in
      let value: Double =
        switch lever.kind {
        case .multiple: 3 * stream.uniform()
        case .count: 50_000 * stream.uniform()
        case .signedCount: 40_000 * (stream.uniform() - 0.5)
        case .share: stream.uniform()
        case .onOrOff: 1
        }
      let from = Int(60 * stream.uniform())
      return LeverSetting(lever, value, from: day(from), until: day(from + 1 + Int(80 * stream.uniform())))
    }
    var replicate = Replicate(plan(months: 6, settings: settings, isChecked: true), number: number)
    _ = try replicate.run()
  }

  @Test("a law that changes in the middle of a run loses nobody")
  func law() throws {
    var replicate = Replicate(plan(months: 4, law: TurningLaw(on: day(50)), isChecked: true), number: 2)
    let outcome = try replicate.run()
    #expect(outcome.months[0, .heldOnRequest] > 5 * outcome.months[3, .heldOnRequest])
  }

  @Test("custody never exceeds the beds funded beyond what overcommitment allows")
  func beds() throws {
    let settings = [LeverSetting(.fundedBeds, 20_000, from: day(0)), LeverSetting(.overcommitment, 1.1, from: day(0))]
    var replicate = Replicate(plan(months: 6, settings: settings, isChecked: true), number: 3)
    let outcome = try replicate.run()
    let last = outcome.months[5, .custodyDaysICE] + outcome.months[5, .custodyDaysCBP]
    #expect(Double(last) / 31 <= 22_000)
    #expect((0..<6).reduce(0) { $0 + outcome.months[$1, .releasedAtDoor] } > 0)
  }
}

/// Permits holds until a day and forbids them from it.
private struct TurningLaw: CooperationLaw {
  let day: Day
  init(on day: Day) { self.day = day }
  var identity: String { "turning" }
  func changes(after first: Day, through last: Day) -> [Day] { [day] }
  func answers(_ county: County, state: State, _ kind: RequestClass, on day: Day) -> Cooperation {
    day < self.day
      ? .leftToAgency : Cooperation(hold: .prohibited, notice: .prohibited, transfer: .prohibited)
  }
}
