/// A network run event by event: every person's arrival and every end of service, in order of time.
package struct EventRun: Sendable {
  private let network: Network
  private var stream: RandomStream
  private var queue: EventQueue
  private var busy: [Int]
  private var waiting: [Int]
  private var seen: [NodeStatistics]
  private var since: [Double]
  private var events = 0
  private var now = 0.0
  private static let source: Int32 = -1

  /// A run that begins empty.
  package init(_ network: Network, chance: Chance) {
    self.network = network
    stream = chance.stream(.network)
    queue = EventQueue(room: 1 << 14)
    busy = Array(repeating: 0, count: network.nodes.count)
    waiting = busy
    seen = network.nodes.map { _ in NodeStatistics() }
    since = network.nodes.map { _ in 0 }
    queue.push(EventQueue.Event(time: stream.exponential(mean: 1 / network.arrivalsPerDay), node: EventRun.source))
  }

  /// Runs on for some days and counts only these; what was before warms up.
  package mutating func run(days: Double) -> NetworkStatistics {
    let end = now + days
    seen = network.nodes.map { _ in NodeStatistics() }
    since = network.nodes.map { _ in now }
    while let event = queue.first, event.time < end {
      now = event.time
      events += 1
      if event.node == EventRun.source {
        let next = now + stream.exponential(mean: 1 / network.arrivalsPerDay)
        queue.replaceFirst(with: EventQueue.Event(time: next, node: EventRun.source))
        move(network.entry)
      } else {
        finish(Int(event.node))
      }
    }
    now = end
    for node in seen.indices {
      account(node)
      seen[node].presentAtEnd = busy[node] + waiting[node]
    }
    return NetworkStatistics(days: days, events: events, nodes: seen)
  }

  @inline(__always)
  private mutating func account(_ node: Int) {
    let time = now - since[node]
    seen[node].busyDays += time * Double(busy[node])
    seen[node].queueDays += time * Double(waiting[node])
    since[node] = now
  }

  /// The first event is the end of a service here.
  @inline(__always)
  private mutating func finish(_ node: Int) {
    account(node)
    seen[node].completions += 1
    if waiting[node] > 0 {
      waiting[node] -= 1
      let end = now + stream.exponential(mean: network.nodes[node].meanDays)
      queue.replaceFirst(with: EventQueue.Event(time: end, node: Int32(truncatingIfNeeded: node)))
    } else {
      busy[node] -= 1
      _ = queue.pop()
    }
    move(network.nodes[node].routes)
  }

  @inline(__always)
  private mutating func move(_ routes: [Network.Route]) {
    var target = routes.first?.to
    if routes.count > 1 {
      var rest = stream.uniform()
      for route in routes {
        target = route.to
        rest -= route.share
        if rest < 0 { break }
      }
    }
    guard let node = target else { return }
    account(node)
    seen[node].arrivals += 1
    if let servers = network.nodes[node].servers, busy[node] >= servers {
      waiting[node] += 1
    } else {
      busy[node] += 1
      let end = now + stream.exponential(mean: network.nodes[node].meanDays)
      queue.push(EventQueue.Event(time: end, node: Int32(truncatingIfNeeded: node)))
    }
  }
}
