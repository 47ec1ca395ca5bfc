/// A table of counts with totals, in which no small count can be read or reckoned.
///
/// A count from 1 to 10 is withheld, in cells and totals alike. Since a total less all other cells tells the one that is left
/// out, a row or column in which one is withheld loses another, the smallest, until nothing can be told. (The rule of 11 is
/// that of the Centers for Medicare & Medicaid Services' cell-size policy.)
package struct Suppression: Sendable {
  /// Counts by row and column, the totals last; nil is withheld.
  package let cells: [[Int?]]

  /// Counts below this are withheld.
  package static let least = 11

  /// Adds totals to a table of counts and withholds what must be.
  package init(_ counts: [[Int]]) {
    let width = counts.map(\.count).max() ?? 0
    var full = counts.map { row in row + [row.reduce(0, +)] }
    full.append((0...width).map { column in full.reduce(0) { $0 + $1[column] } })
    var cells: [[Int?]] = full.map { row in row.map { (1..<Suppression.least).contains($0) ? nil : $0 } }
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in cells.indices where Suppression.isTold(cells[row]) {
        if let column = Suppression.smallest(cells[row]) {
          cells[row][column] = nil
          isChanged = true
        }
      }
      for column in 0...width where Suppression.isTold(cells.map { $0[column] }) {
        if let row = Suppression.smallest(cells.map { $0[column] }) {
          cells[row][column] = nil
          isChanged = true
        }
      }
    }
    self.cells = cells
  }

  /// Whether exactly one count is withheld, so that the others tell it.
  private static func isTold(_ line: [Int?]) -> Bool { line.filter { $0 == nil }.count == 1 }

  /// The smallest count that is something; a nothing tells nobody anything, and is taken only if all else is nothing.
  private static func smallest(_ line: [Int?]) -> Int? {
    line.indices.filter { line[$0] != nil }.min { left, right in
      let (first, second) = (line[left] ?? 0, line[right] ?? 0)
      return (first == 0 ? Int.max : first) < (second == 0 ? Int.max : second)
    }
  }

  /// A count as it is shown.
  package static func shown(_ count: Int?) -> String { count.map(ReplayWords.grouped) ?? "withheld" }
}
