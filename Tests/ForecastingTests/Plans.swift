import Forecasting
import LawLanguage

/// A plan for tests: custody of about the size of 2024, invented in its details.
func plan(
  months: Int = 6, settings: [LeverSetting] = [], law: some CooperationLaw<Never> = UniformLaw(.leftToAgency),
  seed: UInt64 = 11, drawing: Drawing = .priors, isChecked: Bool = false, start: Day = Day(number: 19_997),
  fixed: [ParameterName: Double] = [:]
) -> RunPlan {
  let counties = CountyTable.unitedStates
  return RunPlan(
    counties: counties,
    law: LawTable(law, counties: counties, from: start, through: start.adding(months: months)), start: start,
    months: months, settings: settings, custody: custody, agreements: counties.all.map { _ in nil },
    residentShares: counties.shareOfRemovable, seed: seed, drawing: drawing, fixed: fixed,
    isChecked: isChecked)
}

/// People by days held, fewer with each day.
private func stock(perDay: Double, goneAfter days: Double, beyond: Double) -> [Double] {
  (0..<181).map { (day: Int) -> Double in max(0, perDay * (1 - Double(day) / days)) } + [beyond]
}

let custody = CustodyStart(
  byDaysHeld: [
    stock(perDay: 250, goneAfter: 120, beyond: 900), stock(perDay: 420, goneAfter: 110, beyond: 1200),
  ],
  classes: [[0.15, 0.45, 0.28, 0.12], [0.01, 0.05, 0.03, 0.91]],
  processes: [
    LevelProcess(start: 6.2, mean: 6.3, meanSpread: 0.1, persistence: 0.9, spread: 0.15),
    LevelProcess(start: 5.5, mean: 5.5, meanSpread: 0.1, persistence: 0.9, spread: 0.1),
    LevelProcess(start: 5.0, mean: 5.0, meanSpread: 0.1, persistence: 0.9, spread: 0.1),
    LevelProcess(start: 0, mean: 0, meanSpread: 0.1, persistence: 0.9, spread: 0.05),
    LevelProcess(start: 0, mean: 0, meanSpread: 0.1, persistence: 0.9, spread: 0.05),
    LevelProcess(start: 0.7, mean: 0.7, meanSpread: 0.1, persistence: 0.9, spread: 0.05),
    LevelProcess(start: 0, mean: 0, meanSpread: 0.1, persistence: 0.9, spread: 0.05),
    LevelProcess(start: 0.2, mean: 0.2, meanSpread: 0.1, persistence: 0.9, spread: 0.05),
  ],
  referenceRates: [[0.03, 0.03, 0.022, 0.014, 0.008], [0.03, 0.03, 0.022, 0.014, 0.008]],
  otherReasons: [[0.3, 0.2, 0.2, 0.1, 0.1, 0.1], [0.1, 0.3, 0.1, 0.45, 0.02, 0.03]], countedShare: 0.88)
