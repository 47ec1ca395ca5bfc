/// Which counts of a table are left out, so that no small one can be had from the rest.
///
/// Rows and columns of the table, totals included, are two sides of a graph, and what is left out are its edges: the sums
/// that are shown fix how the hidden counts may change together. A reader knows that a hidden count is at least 1, because
/// noughts are shown. So a hidden count can be another one exactly if its edge lies on a circle along which every second
/// count can grow and every other shrink without falling below 1. What cannot is protected by leaving out more.
struct Suppression {
  private let table: CountTable
  private let left: Int
  private let right: Int

  init(_ table: CountTable) {
    self.table = table
    left = table.rows.count + 1
    right = table.columns.count + 1
  }

  typealias Place = CountTable.Place

  /// The places to leave out; nil where some small count cannot be protected.
  func hidden(atLeast earlier: Set<Place>) -> Set<Place>? {
    // What was hidden once and is nought now would have to be shown as nought, and so tell what it was.
    guard earlier.allSatisfy({ table.count(at: $0) > 0 }) else { return nil }
    var hidden = earlier
    for place in table.places where (1..<PublicTable.smallest).contains(table.count(at: place)) { hidden.insert(place) }
    while let open = hidden.sorted(by: Suppression.inOrder).first(where: { !isProtected($0, by: hidden) }) {
      guard let more = cheapest(for: open, hidden), !more.isSubset(of: hidden) else { return nil }
      hidden.formUnion(more)
    }
    return hidden
  }

  /// Whether a hidden count could be another one, for all that the table shows.
  func isProtected(_ place: Place, by hidden: Set<Place>) -> Bool {
    cost(of: place, grows: true, hidden, mayAdd: false) != nil
      || cost(of: place, grows: false, hidden, mayAdd: false) != nil
  }

  private static func inOrder(_ one: Place, _ other: Place) -> Bool {
    (one.row, one.column) < (other.row, other.column)
  }

  private func cheapest(for place: Place, _ hidden: Set<Place>) -> Set<Place>? {
    let ways = [true, false].compactMap { cost(of: place, grows: $0, hidden, mayAdd: true) }
    return ways.min { $0.cost < $1.cost }?.places
  }

  // MARK: Circles

  /// Totals stand with the other sign in their sums, so for them growing and shrinking change sides.
  private func growsForward(_ place: Place) -> Bool { (place.row == left - 1) == (place.column == right - 1) }

  /// Whether an edge can be walked: from its row to its column the count grows, back it shrinks.
  private func canWalk(_ place: Place, forward: Bool, _ hidden: Set<Place>, mayAdd: Bool) -> Bool {
    let count = table.count(at: place)
    guard count > 0, mayAdd || hidden.contains(place) else { return false }
    return forward == growsForward(place) || count >= 2
  }

  /// The cheapest circle through a place on which it grows or shrinks: what it would leave out in addition.
  private func cost(
    of place: Place, grows: Bool, _ hidden: Set<Place>, mayAdd: Bool
  ) -> (cost: Int, places: Set<Place>)? {
    let forward = grows == growsForward(place)
    guard canWalk(place, forward: forward, hidden, mayAdd: mayAdd) else { return nil }
    let (start, end) =
      forward ? (left + place.column, place.row) : (place.row, left + place.column)
    var costs = [Int?](repeating: nil, count: left + right)
    var from = [Place?](repeating: nil, count: left + right)
    costs[start] = 0
    // Bellman and Ford's way: the graph is small, and no cost is below nought.
    for _ in 0..<(left + right) {
      var isDone = true
      for edge in table.places where edge != place {
        let price = hidden.contains(edge) ? 0 : price(of: edge)
        for ahead in [true, false] where canWalk(edge, forward: ahead, hidden, mayAdd: mayAdd) {
          let (a, b) = ahead ? (edge.row, left + edge.column) : (left + edge.column, edge.row)
          guard let known = costs[a], costs[b].map({ $0 > known + price }) ?? true else { continue }
          costs[b] = known + price
          from[b] = edge
          isDone = false
        }
      }
      if isDone { break }
    }
    guard let cost = costs[end] else { return nil }
    var places = Set<Place>()
    var node = end
    while node != start, let edge = from[node], places.insert(edge).inserted {
      node = node < left ? left + edge.column : edge.row
    }
    return (cost, places)
  }

  /// What it costs to leave a count out: totals are what readers look for.
  private func price(of place: Place) -> Int {
    let totals = (place.row == left - 1 ? 1 : 0) + (place.column == right - 1 ? 1 : 0)
    return 1 + min(table.count(at: place), 1_000) + totals * 10_000
  }
}
