import Synchronization

/// Figures in Prometheus' text format. Their labels are route templates, methods and codes: no path, no name, no case.
package final class Metrics: Sendable {
  private struct Key: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct Timing {
    var counts: [Int]
    var sum = 0.0
    var count = 0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var timings: [String: Timing] = [:]
    var underWay = 0
  }

  private static let bounds = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
  private let state = Mutex(State())

  package init() {}

  func begin() { state.withLock { $0.underWay += 1 } }

  func end(method: String, route: String, status: Int, seconds: Double) {
    state.withLock { state in
      state.underWay -= 1
      state.requests[Key(method: method, route: route, status: status), default: 0] += 1
      var timing = state.timings[route] ?? Timing(counts: Metrics.bounds.map { _ in 0 })
      for (index, bound) in Metrics.bounds.enumerated() where seconds <= bound { timing.counts[index] += 1 }
      timing.sum += seconds
      timing.count += 1
      state.timings[route] = timing
    }
  }

  /// How many requests are being answered.
  var underWay: Int { state.withLock(\.underWay) }

  /// All figures, with those that are read from elsewhere.
  package func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var lines = ["# HELP tenth_requests_total Requests answered.", "# TYPE tenth_requests_total counter"]
    for (key, count) in state.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }) {
      lines.append(
        "tenth_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
    }
    lines += ["# HELP tenth_request_seconds Time to answer.", "# TYPE tenth_request_seconds histogram"]
    for (route, timing) in state.timings.sorted(by: { $0.key < $1.key }) {
      for (bound, count) in zip(Metrics.bounds, timing.counts) {
        lines.append("tenth_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
      }
      lines.append("tenth_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(timing.count)")
      lines.append("tenth_request_seconds_sum{route=\"\(route)\"} \(timing.sum)")
      lines.append("tenth_request_seconds_count{route=\"\(route)\"} \(timing.count)")
    }
    let all = [("tenth_requests_under_way", "Requests being answered.", state.underWay)] + gauges
    for (name, help, value) in all {
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) gauge", "\(name) \(value)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
