package import Analysis
package import Desk
package import LawLanguage

/// What two laws treat differently, proved for every request: worked out once for each pair of libraries, beside the pages and
/// never while somebody waits for one.
package actor LawDifferences {
  /// How far the work on a pair is.
  package enum Standing: Sendable {
    case working
    case done(Found)
  }

  /// What came of it.
  package struct Found: Sendable {
    package let comparison: Comparison
    /// On how many days something begins or ends in the law of the office's states.
    package let days: Int
    /// How many of them were gone through before the time was up.
    package let compared: Int

    package var isCut: Bool { compared < days }
  }

  private struct Pair: Hashable {
    let old: String
    let new: String
  }

  /// How long is spent on a pair, looked at after each day that is compared.
  private let limit: Duration
  private var kept: (pair: Pair, work: Task<Found, Never>, found: Found?)?

  /// Spends so long on a pair.
  package init(limit: Duration = .seconds(120)) { self.limit = limit }

  /// How the office's law differs, as far as that is known by now; the work is begun if nobody has asked before.
  package func standing(_ old: OfficeLaw, _ new: OfficeLaw, on day: Day) -> Standing {
    let pair = Pair(old: old.digest, new: new.digest)
    if let kept, kept.pair == pair { return kept.found.map { .done($0) } ?? .working }
    kept?.work.cancel()
    let limit = limit
    // The thread of a page must not do it: comparing takes seconds for a state.
    let work = Task.detached(priority: .background) {
      await LawDifferences.compare(old.library, new.library, on: day, within: limit)
    }
    kept = (pair, work, nil)
    Task { keep(await work.value, of: pair) }
    return .working
  }

  /// Waits until what was begun is done.
  package func finish() async -> Found? { await kept?.work.value }

  private func keep(_ found: Found, of pair: Pair) {
    guard kept?.pair == pair else { return }
    kept?.found = found
  }

  /// The law of today first, then what comes, then what was, the latest first.
  private static func compare(_ old: Library, _ new: Library, on today: Day, within limit: Duration) async -> Found {
    let states = new.vocabulary.places.filter { place in
      place.kind == .jurisdiction && place.name != "US" && new.laws.contains { $0.place == place.name }
        && old.vocabulary.place(place.name) != nil
    }.map(\.name)
    let all = states.flatMap { state in
      let turning = Comparing.days(state, old, new)
      let now = turning.last { $0 <= today }
      let rest = turning.filter { $0 > today } + turning.filter { $0 < now ?? today }.reversed()
      return ([now].compactMap { $0 } + rest).map { (state: state, day: $0) }
    }
    var comparing = Comparing()
    var compared = 0
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: limit)
    for (state, day) in all {
      guard !Task.isCancelled, clock.now < end else { break }
      comparing.compare(
        LawSide(library: old, jurisdiction: state, day: day), LawSide(library: new, jurisdiction: state, day: day))
      compared += 1
      // Between two days others may use the thread.
      await Task.yield()
    }
    return Found(comparison: comparing.result, days: all.count, compared: compared)
  }
}
