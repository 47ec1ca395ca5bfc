package import LawLanguage

/// The intervals that an incomplete list may also hold, where look-backs leave out the days that lie in them.
///
/// A look-back that has run out holds again once enough of its days are left out. Nothing, or everything, may be left out; and
/// just enough days for one look-back, those first that no other counts: so each of two can come out alone.
package struct Intervals {
  private let windows: [Window]
  private let all: ClosedRange<Day>?

  /// The days from `start` to the day before `end`, of which so many must be left out.
  private struct Window: Hashable {
    let start: Day
    let end: Day
    let missing: Int

    var days: Range<Int32> { start.number..<end.number }
  }

  /// No more sets than this are worth supposing.
  private static let limit = 200

  /// Those of one list.
  package init(of list: String, in domains: Domains) {
    var windows: [Window] = []
    var days: [Day] = []
    for lookBack in domains.looks.lookBacks where lookBack.list == list {
      let other = domains.others(of: lookBack)
      days += domains.known(lookBack.slot) + domains.around(lookBack.slot) + other
      for day in domains.known(lookBack.slot) {
        for anchor in other {
          let (early, late) = lookBack.before ? (day, anchor) : (anchor, day)
          let missing = Int(late.number - lookBack.span.after(early).number)
          let window = Window(start: early, end: late, missing: missing)
          if early <= late, missing > 0, !windows.contains(window) { windows.append(window) }
        }
      }
    }
    self.windows = windows
    all = days.min().flatMap { first in days.max().map { first.adding(days: -1)...$0.adding(days: 1) } }
  }

  /// Sets of further records; the empty one first.
  package var values: [[[String: FactValue]]] {
    guard let all else { return [[]] }
    var sets: [[ClosedRange<Day>]] = [[], [all]]
    func add(_ set: [ClosedRange<Day>]) {
      if sets.count < Self.limit, !sets.contains(set) { sets.append(set) }
    }
    let alone = windows.map { window in justEnough(for: window, avoiding: windows.filter { $0 != window }) }
    for set in alone { add(set) }
    for (first, window) in windows.enumerated() {
      for second in windows.indices where second != first {
        add(justEnough(for: window, avoiding: [windows[second]]))
        if second > first { add(alone[first] + alone[second]) }
      }
    }
    return sets.map { set in set.map { ["start": .date($0.lowerBound), "end": .date($0.upperBound)] } }
  }

  /// As many days of the window as are missing, those outside the others first.
  private func justEnough(for window: Window, avoiding others: [Window]) -> [ClosedRange<Day>] {
    var cuts = Set([window.days.lowerBound, window.days.upperBound])
    for other in others {
      cuts.formUnion([other.days.lowerBound, other.days.upperBound].filter(window.days.contains))
    }
    let sorted = cuts.sorted()
    let pieces = zip(sorted, sorted.dropFirst()).map { $0..<$1 }
    let free = pieces.filter { piece in !others.contains { $0.days.contains(piece.lowerBound) } }
    var left = window.missing
    var found: [ClosedRange<Day>] = []
    for piece in free + pieces.filter({ !free.contains($0) }) where left > 0 {
      let count = min(left, piece.count)
      let start = Day(number: piece.lowerBound)
      found.append(start...start.adding(days: count - 1))
      left -= count
    }
    return found
  }
}
