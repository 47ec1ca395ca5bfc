package import LawLanguage
import Norms

/// What holds of every request that the law of some jurisdictions can meet on some days.
///
/// A slice is that of one day, on which the request is made, decided and acted on. Days are those on which something begins or
/// ends in the law; agencies act for themselves.
package struct LibraryCheck {
  private let library: Library
  private let jurisdictions: [String]
  private let days: ClosedRange<Day>?

  /// Everything, or what is in force in a jurisdiction, or between two days.
  package init(_ library: Library, jurisdiction: String? = nil, days: ClosedRange<Day>? = nil) {
    self.library = library
    self.days = days
    jurisdictions =
      jurisdiction.map { [$0] }
      ?? library.vocabulary.places.filter { $0.kind == .jurisdiction && $0.name != "US" }.map(\.name)
    isWhole = jurisdiction == nil
  }

  private let isWhole: Bool

  /// What was found, and of how much.
  package struct Report: Sendable {
    /// The worst first, then in the order of the files.
    package let findings: [Finding]
    /// How many different slices were gone through, and how many occasions they can bring.
    package let (slices, occasions): (Int, Int)
  }

  /// Goes through it all. Progress is told a step at a time: what is done, and of how much.
  package func run(progress: (_ done: Int, _ of: Int, _ at: String) -> Void = { _, _, _ in }) -> Report {
    var sweep = Sweep()
    var numbers = ClauseNumbers()
    let visits = jurisdictions.map { (jurisdiction: $0, days: days(of: $0)) }
    let total = visits.reduce(0) { $0 + $1.days.count }
    var done = 0
    // What must hold in the United States is asked of its states: of federal law by itself there is nobody to ask.
    let hasStates = library.vocabulary.places.contains { $0.kind == .jurisdiction && $0.name != "US" }
    var properties = hasStates ? PropertyFindings(library: library, jurisdiction: "US").findings : []
    for (jurisdiction, days) in visits {
      let local = library.local(to: jurisdiction)
      let agencies = Agencies(library: local, jurisdiction: jurisdiction, numbers: &numbers)
      // The last day first: what is found is shown on the latest day on which it is so.
      for (index, day) in days.reversed().enumerated() {
        progress(done, total, "\(jurisdiction) \(day)")
        sweep.visit(agencies, on: day, isLast: index == 0)
        done += 1
      }
      if jurisdiction != "US" { properties += PropertyFindings(library: local, jurisdiction: jurisdiction).findings }
    }
    progress(total, total, "")
    let findings = CheckFindings(
      library: library, sweep: sweep, properties: properties, isWhole: isWhole && days == nil, covers: covers
    ).all()
    return Report(findings: findings, slices: sweep.slices, occasions: sweep.occasions)
  }

  /// The first day and every turning day of the span.
  private func days(of jurisdiction: String) -> [Day] {
    let turning = Agencies.turningDays(of: jurisdiction, in: library)
    guard let days else { return turning }
    return [days.lowerBound] + turning.filter { $0 > days.lowerBound && $0 <= days.upperBound }
  }

  /// Whether all that a rule could decide was gone through.
  private func covers(_ law: Law, _ period: Period) -> Bool {
    if let days, period.from > days.upperBound || period.until.map({ $0 < days.lowerBound }) ?? false { return false }
    guard !isWhole else { return true }
    let vocabulary = library.vocabulary
    return jurisdictions.contains { $0 == law.place || vocabulary.place(law.place)?.inside == $0 }
  }
}
