package import LawLanguage
package import Norms

extension Epochs {
  /// The first and the last day of the stretch that a day lies in; nil where it has no such day.
  package func days(around day: Day) -> (from: Day?, until: Day?) {
    let index = index(of: day)
    return (
      index > 0 ? turningDays[index - 1] : nil,
      index < turningDays.count ? turningDays[index].adding(days: -1) : nil
    )
  }
}
