import Forecasting
import Testing

/// A mean over equal stretches of a long run, and its standard error.
private struct Estimate {
  let mean: Double
  let error: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    error = (variance / count).squareRoot()
  }
}

@Suite struct NetworkTests {
  @Test("theory gives the figures of the peers' network")
  func theory() throws {
    let expected = try #require(Network.benchmark().expectations)
    #expect(abs(expected[1].busy - 9450) < 1e-6)
    #expect(abs(expected[2].busy - 54.6) < 1e-9)
    #expect(abs(expected[4].flow - 170.814) < 1e-9)
    #expect(expected[1].queue > 0)
  }

  @Test("a network that is given more than it can serve has no long run")
  func overloaded() {
    let node = Network.Node("bed", servers: 3, meanDays: 2, routes: [Network.Route(to: nil, share: 1)])
    #expect(
      Network(arrivalsPerDay: 2, entry: [Network.Route(to: 0, share: 1)], nodes: [node]).expectations == nil)
  }

  @Test("both modes agree with Erlang and Jackson, and with each other, within four standard errors")
  func agreement() throws {
    let network = Network.benchmark(scale: 20)
    let expected = try #require(network.expectations)
    var events = EventRun(network, chance: Chance(seed: 41, replicate: 0))
    var cohorts = CohortRun(network, step: 1.0 / 64, chance: Chance(seed: 43, replicate: 0))
    _ = events.run(days: 1000)
    _ = cohorts.run(days: 1000)
    let seen = (0..<24).map { _ in events.run(days: 500) }
    let counted = (0..<24).map { _ in cohorts.run(days: 500) }
    for node in expected.indices {
      let busy = (Estimate(seen.map { $0.meanBusy(node) }), Estimate(counted.map { $0.meanBusy(node) }))
      let flow = (Estimate(seen.map { $0.flow(node) }), Estimate(counted.map { $0.flow(node) }))
      #expect(abs(busy.0.mean - expected[node].busy) < 4 * busy.0.error, "events, busy, node \(node)")
      #expect(abs(busy.1.mean - expected[node].busy) < 4 * busy.1.error, "cohorts, busy, node \(node)")
      #expect(abs(flow.0.mean - expected[node].flow) < 4 * flow.0.error, "events, flow, node \(node)")
      #expect(abs(flow.1.mean - expected[node].flow) < 4 * flow.1.error, "cohorts, flow, node \(node)")
      let both = (busy.0.error * busy.0.error + busy.1.error * busy.1.error).squareRoot()
      #expect(abs(busy.0.mean - busy.1.mean) < 4 * both, "both, busy, node \(node)")
    }
  }

  @Test("a single line of servers waits as Erlang says, in both modes")
  func waiting() throws {
    let node = Network.Node("court", servers: 4, meanDays: 0.5, routes: [Network.Route(to: nil, share: 1)])
    let network = Network(arrivalsPerDay: 6.4, entry: [Network.Route(to: 0, share: 1)], nodes: [node])
    let expected = try #require(network.expectations).first
    let queue = try #require(expected).queue
    var events = EventRun(network, chance: Chance(seed: 7, replicate: 1))
    var cohorts = CohortRun(network, step: 1.0 / 512, chance: Chance(seed: 8, replicate: 1))
    _ = (events.run(days: 50), cohorts.run(days: 50))
    let seen = Estimate((0..<30).map { _ in events.run(days: 400).meanQueue(0) })
    let counted = Estimate((0..<30).map { _ in cohorts.run(days: 400).meanQueue(0) })
    #expect(abs(seen.mean - queue) < 4 * seen.error)
    #expect(abs(counted.mean - queue) < 4 * counted.error)
  }

  @Test("whoever came has left or is still there")
  func whole() {
    var run = EventRun(Network.benchmark(scale: 20), chance: Chance(seed: 2, replicate: 0))
    let seen = run.run(days: 400)
    for node in seen.nodes { #expect(node.arrivals == node.completions + node.presentAtEnd) }
  }
}
