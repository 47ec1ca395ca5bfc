public import LawLanguage

/// The stretches of days on which nothing in a library begins or ends: within one, every day has the same edition.
public struct Epochs: Sendable {
  /// The first day of each stretch but the first, which has none.
  public let turningDays: [Day]

  /// The stretches of a library.
  public init(of library: Library) { self.init(of: library.laws) }

  /// The stretches of some laws alone.
  package init(of laws: [Law]) {
    var days = Set<Day>()
    for law in laws {
      for period in law.periods {
        days.insert(period.from)
        if let until = period.until { days.insert(until.adding(days: 1)) }
      }
    }
    turningDays = days.sorted()
  }

  /// The number of the stretch that the day lies in.
  public func index(of day: Day) -> Int {
    var (low, high) = (0, turningDays.count)
    while low < high {
      let middle = (low + high) / 2
      if turningDays[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Law {
  /// Of the law, and of everything in it that can begin or end.
  fileprivate var periods: [Period] {
    [period] + rules.map(\.period) + exceptions.map(\.period) + voids.map(\.period) + definitions.map(\.period)
      + (lists + classes).flatMap { [$0.period] + $0.members.map(\.period) } + presumptions.map(\.period)
      + suspensions.map(\.period) + contests.map(\.period) + untranslated.map(\.period)
  }
}
