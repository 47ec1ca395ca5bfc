import Mutants
import Testing

@Suite struct DrawTests {
  private let sites = Site.all(in: "let x = [1, 2, 3, 4, 5, 6, 7, 8, 9]", file: "a.swift")

  private func drawn(_ seed: UInt64) -> [Site] {
    var draw = Draw(sites, seed: seed)
    return Array(AnyIterator { draw.next() })
  }

  @Test func eachSiteIsDrawnOnce() {
    #expect(drawn(1).count == 9)
    #expect(Set(drawn(1)) == Set(sites))
  }

  @Test func theSeedDecidesTheOrder() {
    #expect(drawn(1) == drawn(1))
    #expect(drawn(1) != drawn(2))
  }
}
