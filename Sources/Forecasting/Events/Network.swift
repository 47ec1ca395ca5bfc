internal import Foundation

/// An open network of waiting lines: who comes, how many are served at once and for how long, and where they go next.
///
/// The shape that both modes of the model share: by events, one person at a time, and by cohorts, one step at a time.
package struct Network: Sendable {
  /// Where a share of people goes; nowhere means out.
  package struct Route: Sendable {
    let to: Int?
    let share: Double

    /// A share of people to a node, or out.
    package init(to: Int?, share: Double) {
      self.to = to
      self.share = share
    }
  }

  /// A place at which people wait and are served; service times are exponential.
  package struct Node: Sendable {
    let name: String
    let servers: Int?
    let meanDays: Double
    let routes: [Route]

    /// A node; without servers everybody is served at once.
    package init(_ name: String, servers: Int?, meanDays: Double, routes: [Route]) {
      self.name = name
      self.servers = servers
      self.meanDays = meanDays
      self.routes = routes
    }
  }

  let arrivalsPerDay: Double
  let entry: [Route]
  let nodes: [Node]

  /// A network with Poisson arrivals.
  package init(arrivalsPerDay: Double, entry: [Route], nodes: [Node]) {
    self.arrivalsPerDay = arrivalsPerDay
    self.entry = entry
    self.nodes = nodes
  }

  /// The network on which engines are compared: requests, holds, 9,700 beds, 60 places in court, appeal, 1,000 seats;
  /// or a fraction of it.
  package static func benchmark(scale: Double = 1) -> Network {
    func servers(_ count: Double) -> Int { max(1, Int((count / scale).rounded())) }
    return Network(
      arrivalsPerDay: 300 / scale, entry: [Route(to: 0, share: 0.7), Route(to: nil, share: 0.3)],
      nodes: [
        Node("hold", servers: nil, meanDays: 1.5, routes: [Route(to: 1, share: 1)]),
        Node(
          "bed", servers: servers(9700), meanDays: 45, routes: [Route(to: 4, share: 0.6), Route(to: 2, share: 0.4)]),
        Node(
          "court", servers: servers(60), meanDays: 0.65,
          routes: [Route(to: nil, share: 0.45), Route(to: 3, share: 0.11), Route(to: 4, share: 0.44)]),
        Node(
          "appeal", servers: servers(12), meanDays: 1, routes: [Route(to: 4, share: 0.85), Route(to: nil, share: 0.15)]),
        Node("removal", servers: servers(1000), meanDays: 5, routes: [Route(to: nil, share: 1)]),
      ])
  }
}

/// What theory says of a node in the long run.
package struct NodeExpectation: Sendable, Equatable {
  /// People a day who come.
  package let flow: Double
  /// People served at once.
  package let busy: Double
  /// People who wait.
  package let queue: Double
}

extension Network {
  /// The long run by theory: flows by the traffic equations (Jackson 1957), queues by Erlang's second formula (1917).
  /// Nil if a node gets more than it can serve.
  package var expectations: [NodeExpectation]? {
    var flows = [Double](repeating: 0, count: nodes.count)
    // Routes mostly lead onwards; where they lead back, the sums converge geometrically.
    for _ in 0..<500 {
      var next = [Double](repeating: 0, count: nodes.count)
      for route in entry { if let to = route.to { next[to] += arrivalsPerDay * route.share } }
      for (index, node) in nodes.enumerated() {
        for route in node.routes { if let to = route.to { next[to] += flows[index] * route.share } }
      }
      flows = next
    }
    var result: [NodeExpectation] = []
    for (index, node) in nodes.enumerated() {
      let load = flows[index] * node.meanDays
      guard let servers = node.servers else {
        result.append(NodeExpectation(flow: flows[index], busy: load, queue: 0))
        continue
      }
      guard load < Double(servers) else { return nil }
      let waits = Network.erlangC(load: load, servers: servers)
      result.append(
        NodeExpectation(flow: flows[index], busy: load, queue: waits * load / (Double(servers) - load)))
    }
    return result
  }

  /// The chance of having to wait, by the stable recursion over Erlang's first formula.
  static func erlangC(load: Double, servers: Int) -> Double {
    var lost = 1.0
    for count in 1...servers { lost = load * lost / (Double(count) + load * lost) }
    let use = load / Double(servers)
    return lost / (1 - use * (1 - lost))
  }
}

/// What was seen of a node.
package struct NodeStatistics: Sendable, Equatable {
  /// People who came, since counting began.
  package var arrivals = 0
  /// People served, since counting began.
  package var completions = 0
  /// Days of service given.
  package var busyDays = 0.0
  /// Days waited.
  package var queueDays = 0.0
  /// People there at the end, served or waiting: counted, so that nobody gets stuck unseen.
  package var presentAtEnd = 0
}

/// What was seen of a network.
package struct NetworkStatistics: Sendable, Equatable {
  /// Days counted.
  package let days: Double
  /// Arrivals and completions in the whole run, those before counting began among them.
  package let events: Int
  /// Per node.
  package let nodes: [NodeStatistics]

  /// People served at once, on average.
  package func meanBusy(_ node: Int) -> Double { nodes[node].busyDays / days }
  /// People waiting, on average.
  package func meanQueue(_ node: Int) -> Double { nodes[node].queueDays / days }
  /// People served a day.
  package func flow(_ node: Int) -> Double { Double(nodes[node].completions) / days }
}
