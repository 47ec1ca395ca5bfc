import Replay
import Testing

@Suite struct RowNumberTests {
  @Test func rowsComeInTheOrderOfTheTable() {
    #expect([RowNumber(10), RowNumber(9)].sorted().map(\.description) == ["9", "10"])
  }
}
