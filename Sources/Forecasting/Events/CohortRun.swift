/// The same network by cohorts: whole numbers of people, binomial flows, one step after another. It is the mode of the
/// full model, here where theory can judge it.
package struct CohortRun: Sendable {
  private let network: Network
  private let chance: Chance
  private let step: Double
  private let ends: [Thinning]
  private var present: [Int]
  private var steps = 0
  private var events = 0

  /// A run that begins empty, with steps of this many days.
  package init(_ network: Network, step: Double, chance: Chance) {
    self.network = network
    self.chance = chance
    self.step = step
    ends = network.nodes.map { Thinning(rate: step / $0.meanDays, reckonedTo: 64) }
    present = network.nodes.map { _ in 0 }
  }

  /// Runs on for some days and counts only these.
  package mutating func run(days: Double) -> NetworkStatistics {
    var seen = network.nodes.map { _ in NodeStatistics() }
    let shares = network.nodes.map { $0.routes.map(\.share) }
    let entry = network.entry.map(\.share)
    for _ in 0..<Int((days / step).rounded()) {
      var stream = chance.stream(.network, day: steps)
      steps += 1
      var coming = [Int](repeating: 0, count: present.count)
      func route(_ count: Int, _ routes: [Network.Route], _ shares: [Double]) {
        var parts = [Int](repeating: 0, count: routes.count)
        stream.split(count, by: shares, into: &parts)
        for (route, part) in zip(routes, parts) { if let to = route.to { coming[to] += part } }
      }
      let arriving = stream.poisson(network.arrivalsPerDay * step)
      events += arriving
      route(arriving, network.entry, entry)
      for (index, node) in network.nodes.enumerated() {
        let busy = min(present[index], node.servers ?? .max)
        // Places free up and fill again within a step: what limited places do in it is a rate, not a share of people.
        let done =
          node.servers == nil
          ? ends[index].draw(busy, &stream)
          : min(present[index], stream.poisson(Double(busy) * step / node.meanDays))
        present[index] -= done
        seen[index].completions += done
        seen[index].busyDays += Double(busy) * step
        seen[index].queueDays += Double(present[index] + done - busy) * step
        events += done
        route(done, node.routes, shares[index])
      }
      for index in coming.indices {
        present[index] += coming[index]
        seen[index].arrivals += coming[index]
      }
    }
    for index in present.indices { seen[index].presentAtEnd = present[index] }
    return NetworkStatistics(days: days, events: events, nodes: seen)
  }
}
