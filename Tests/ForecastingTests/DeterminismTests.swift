import Forecasting
import LawLanguage
import Testing

@Suite struct DeterminismTests {
  @Test("one thread and eight give the same outcomes")
  func threads() async throws {
    let plan = plan(months: 3)
    let one = try await plan.run(0..<6, threads: 1)
    let eight = try await plan.run(0..<6, threads: 8)
    #expect(one == eight)
  }

  @Test("a range of replicates alone is the same as within the whole")
  func range() async throws {
    let plan = plan(months: 2)
    let whole = try await plan.run(0..<5, threads: 2)
    let parts = try await plan.run(0..<2, threads: 1) + plan.run(2..<5, threads: 1)
    #expect(whole == parts)
  }

  @Test("another seed gives other outcomes")
  func seed() async throws {
    let first = try await plan(months: 1, seed: 1).run(0..<1, threads: 1)
    let second = try await plan(months: 1, seed: 2).run(0..<1, threads: 1)
    #expect(first != second)
  }

  @Test("a law that forbids holds in one state leaves the requests of every other county as they were")
  func common() async throws {
    let start = Day(number: 19_997)
    let enjoined = [LeverSetting(.holdsEnjoined, 1, from: start, states: ["OH"])]
    let without = try await plan(months: 2).run(0..<1, threads: 1)
    let with = try await plan(months: 2, settings: enjoined).run(0..<1, threads: 1)
    let table = CountyTable.unitedStates
    let ohio = try #require(table.state("OH"))
    for (state, place) in zip(table.states, 0...) {
      let asked = (without[0].counties.sum(state.counties, .requests), with[0].counties.sum(state.counties, .requests))
      #expect(asked.0 == asked.1)
      let held = (without[0].counties.sum(state.counties, .held), with[0].counties.sum(state.counties, .held))
      #expect(place == ohio ? held.1 == 0 && held.0 > 0 : held.0 == held.1)
    }
  }
}
