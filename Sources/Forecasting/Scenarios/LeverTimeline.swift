package import LawLanguage

/// A lever at a value, for a time and perhaps for some states only.
package struct LeverSetting: Sendable, Equatable {
  /// Which lever.
  package let lever: Lever
  /// Its value.
  package let value: Double
  /// When.
  package let period: Period
  /// Postal codes of the states, all if empty.
  package let states: [String]

  /// A setting.
  package init(_ lever: Lever, _ value: Double, from: Day, until: Day? = nil, states: [String] = []) {
    self.lever = lever
    self.value = value
    period = Period(from: from, until: until)
    self.states = states
  }
}

/// Every lever on one day.
package struct LeverValues: Sendable {
  private var national: [Double]
  private var byState: [[Double]]

  /// The value for the country.
  @inline(__always)
  package subscript(lever: Lever) -> Double { national[lever.rawValue] }

  /// The values for the states.
  package func ofStates(_ lever: Lever) -> [Double] { byState[lever.rawValue] }

  init(standing: [Double], states: Int) {
    national = standing
    byState = Lever.allCases.map { $0.isOfState ? Array(repeating: standing[$0.rawValue], count: states) : [] }
  }

  mutating func apply(_ setting: LeverSetting, states: [String]) {
    let index = setting.lever.rawValue
    if setting.states.isEmpty { national[index] = setting.value }
    guard setting.lever.isOfState else { return }
    for (place, state) in states.enumerated() where setting.states.isEmpty || setting.states.contains(state) {
      byState[index][place] = setting.value
    }
  }
}

/// The levers in time: what holds on a day, and the days on which it changes.
package struct LeverTimeline: Sendable {
  private let standing: [Double]
  private let settings: [LeverSetting]
  private let states: [String]

  /// The settings of a scenario, over what holds without it.
  package init(_ settings: [LeverSetting], parameters: ParameterValues, states: [String]) {
    standing = Lever.allCases.map { $0.standing(parameters) }
    // Those for the whole country first, so that a state's own stands.
    self.settings = settings.filter { $0.states.isEmpty } + settings.filter { !$0.states.isEmpty }
    self.states = states
  }

  /// The days on which a setting begins or has ended.
  package var changes: Set<Day> {
    Set(
      settings.flatMap { setting in [setting.period.from] + (setting.period.until.map { [$0.adding(days: 1)] } ?? []) })
  }

  /// What holds on a day.
  package func values(on day: Day) -> LeverValues {
    var values = LeverValues(standing: standing, states: states.count)
    for setting in settings where setting.period.contains(day) { values.apply(setting, states: states) }
    return values
  }
}
