import Desk
import Testing

/// Suppression held against trying every table that a reader could have before them.
@Suite struct SuppressionTests {
  private static func table(_ counts: [[Int]]) -> CountTable {
    CountTable(
      rows: counts.indices.map { "row \($0)" }, columns: counts[0].indices.map { "column \($0)" }, counts: counts)
  }

  /// Every value that each hidden cell can have, given all that is shown: the inner cells are tried out one by one. A
  /// hidden count is at least 1; none is tried beyond `most`, which only makes fewer tables possible.
  private static func possible(_ shown: PublicTable, most: Int) -> [CountTable.Place: Set<Int>] {
    let (height, width) = (shown.rows.count, shown.columns.count)
    var found: [CountTable.Place: Set<Int>] = [:]
    var cells = [[Int]](repeating: [Int](repeating: 0, count: width), count: height)
    func agrees(_ total: Int, _ told: Int?) -> Bool { told.map { $0 == total } ?? (total >= 1) }
    func attempt(_ index: Int) {
      if index == height * width {
        var whole = cells.map { $0 + [$0.reduce(0, +)] }
        whole.append((0...width).map { column in whole.reduce(0) { $0 + $1[column] } })
        for (row, line) in whole.enumerated() {
          for (column, value) in line.enumerated() where !agrees(value, shown.counts[row][column]) { return }
        }
        for place in shown.leftOut { found[place, default: []].insert(whole[place.row][place.column]) }
        return
      }
      let (row, column) = (index / width, index % width)
      // A row that is full is held against its total at once.
      if column == 0, row > 0, !agrees(cells[row - 1].reduce(0, +), shown.counts[row - 1][width]) { return }
      for value in shown.counts[row][column].map({ [$0] }) ?? Array(1...most) {
        cells[row][column] = value
        attempt(index + 1)
      }
    }
    attempt(0)
    return found
  }

  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func noHiddenCountFollowsFromWhatIsShown() {
    var generator = Generator(state: 7)
    var (tables, hidden) = (0, 0)
    for _ in 0..<700 {
      let (height, width) = [(1, 2), (2, 2), (2, 3), (3, 2), (1, 4)].randomElement(using: &generator) ?? (2, 2)
      let counts = (0..<height).map { _ in
        (0..<width).map { _ in [0, 0, 1, 1, 2, 3, 4, 5, 6, 7].randomElement(using: &generator) ?? 0 }
      }
      guard let shown = PublicTable(SuppressionTests.table(counts)) else { continue }
      tables += 1
      let possible = SuppressionTests.possible(shown, most: 8)
      for place in shown.leftOut {
        hidden += 1
        #expect((possible[place]?.count ?? 0) > 1, "\(counts) shows \(shown.counts): \(place)")
      }
      for row in counts.indices {
        for column in counts[row].indices where (1..<5).contains(counts[row][column]) {
          #expect(shown.counts[row][column] == nil, "\(counts)")
        }
      }
    }
    // The test would pass if nothing were ever shown or hidden.
    #expect(tables > 150 && hidden > 500, "\(tables) tables, \(hidden) hidden")
  }

  @Test func leavingOutTheSmallCountAloneWouldNotDo() throws {
    let shown = try #require(PublicTable(SuppressionTests.table([[3, 20, 30], [12, 25, 40], [9, 11, 13]])))
    #expect(shown.counts[0][0] == nil)
    #expect(shown.leftOut.count >= 4, "a small count in a table with totals needs three others")
  }

  @Test func noughtsAndLargeCountsAreShownAsTheyAre() throws {
    let shown = try #require(PublicTable(SuppressionTests.table([[0, 20], [12, 25]])))
    #expect(shown.leftOut.isEmpty)
    #expect(shown.counts == [[0, 20, 20], [12, 25, 37], [12, 45, 57]])
  }

  @Test func oneInARowAndAColumnOfNoughtsCannotBeShownBesideItsTotals() {
    // The only other count is nought and is shown, so every total of a 1 tells it, unless the totals go too.
    let shown = PublicTable(SuppressionTests.table([[1, 0], [0, 30]]))
    let isOpen = shown.map { SuppressionTests.possible($0, most: 8).values.allSatisfy { $0.count > 1 } }
    #expect(isOpen != false)
  }

  @Test func whatAnEarlierEditionLeftOutStaysOut() throws {
    let first = try #require(PublicTable(SuppressionTests.table([[3, 20], [12, 25]])))
    let second = try #require(
      PublicTable(SuppressionTests.table([[6, 20], [12, 25]]), leavingOut: first.leftOut))
    #expect(first.leftOut.isSubset(of: second.leftOut), "or subtracting would show what the first hid")
    #expect(PublicTable(SuppressionTests.table([[0, 20], [12, 25]]), leavingOut: first.leftOut) == nil)
  }

  @Test func aTableAsAFileShowsAStarWhereACountIsLeftOut() throws {
    let shown = try #require(PublicTable(SuppressionTests.table([[3, 20], [12, 25]])))
    let text = String(decoding: shown.csv, as: UTF8.self)
    #expect(text.hasPrefix(",column 0,column 1,Total\r\n"))
    #expect(text.contains("*"))
  }
}
