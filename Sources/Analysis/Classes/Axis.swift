/// Looks that hang together, with every way in which they can come out together.
struct Axis: Sendable {
  /// The looks, each a column.
  let looks: [Int]
  /// Each way once, in the order in which it was found.
  let cells: [Cell]

  /// One way in which the looks come out.
  struct Cell: Sendable {
    /// A bit for each look.
    let truths: UInt64
    /// Values that make it so.
    let example: Recorded
  }

  /// The most looks of one axis.
  static let widest = UInt64.bitWidth

  /// The cell with these truths.
  func cell(_ truths: UInt64) -> Cell? { cells.first { $0.truths == truths } }

  /// The ways as a set of classes, its looks being the columns from the first on.
  func feasible(from first: Int, in diagrams: inout Diagrams) throws(TooWide) -> Diagrams.Node {
    try set(of: cells.map(\.truths), column: 0, from: first, &diagrams)
  }

  private func set(
    of truths: [UInt64], column: Int, from first: Int, _ diagrams: inout Diagrams
  ) throws(TooWide) -> Diagrams.Node {
    guard column < looks.count else { return truths.isEmpty ? Diagrams.none : Diagrams.every }
    guard !truths.isEmpty else { return Diagrams.none }
    let bit = UInt64(1) << UInt64(column)
    let low = try set(of: truths.filter { $0 & bit == 0 }, column: column + 1, from: first, &diagrams)
    let high = try set(of: truths.filter { $0 & bit != 0 }, column: column + 1, from: first, &diagrams)
    return try diagrams.choice(first + column, low: low, high: high)
  }
}
