/// A page or a call: what it is reached by, who may, and what it does.
package struct Route: Sendable {
  package let method: Method
  /// `/requests/{number}/facts`. This, and never the path itself, stands in logs and metrics.
  package let template: String
  package let access: Access
  /// The largest body it reads.
  package let bodyLimit: Int
  /// Whether a visitor without a session gets one here: where somebody signs in.
  package let beginsSession: Bool
  /// Whether its form may carry a file.
  package let takesFile: Bool
  package let handler: @Sendable (Exchange) async throws -> Reply
  fileprivate let segments: [Substring]

  /// The methods that there are.
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET", post = "POST", put = "PUT", delete = "DELETE"
  }

  package init(
    _ method: Method, _ template: String, _ access: Access, bodyLimit: Int = 64 * 1024, beginsSession: Bool = false,
    takesFile: Bool = false,
    handler: @escaping @Sendable (Exchange) async throws -> Reply
  ) {
    self.method = method
    self.template = template
    self.access = access
    self.bodyLimit = bodyLimit
    self.beginsSession = beginsSession
    self.takesFile = takesFile
    self.handler = handler
    segments = template.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// Whether it is a call of the HTTP API, which answers in JSON and takes no cookie.
  package var isAPI: Bool { template.hasPrefix("/api/") }

  fileprivate func match(_ path: [Substring]) -> [String: String]? {
    var parameters: [String: String] = [:]
    for (index, segment) in segments.enumerated() {
      if segment.hasPrefix("{"), segment.hasSuffix("...}") {
        guard index < path.count else { return nil }
        let rest = path[index...].map { Percent.decoded($0) }
        guard !rest.contains(where: { $0 == nil || $0 == "" || $0 == "." || $0 == ".." }) else { return nil }
        parameters[String(segment.dropFirst().dropLast(4))] = rest.compactMap(\.self).joined(separator: "/")
        return parameters
      }
      guard index < path.count else { return nil }
      if segment.hasPrefix("{") {
        guard let value = Percent.decoded(path[index]), !value.isEmpty, !value.contains("/") else { return nil }
        parameters[String(segment.dropFirst().dropLast())] = value
      } else if segment != path[index] {
        return nil
      }
    }
    return path.count == segments.count ? parameters : nil
  }
}

/// All routes of the desk.
package struct RouteTable: Sendable {
  package let routes: [Route]
  private let byFirst: [Substring: [Route]]

  package init(_ routes: [Route]) {
    self.routes = routes
    byFirst = Dictionary(grouping: routes) { $0.segments.count > 1 ? $0.segments[1] : "" }
  }

  /// What a method and a path lead to.
  package enum Match: Sendable {
    case found(Route, [String: String])
    /// The path is there, the method is not.
    case wrongMethod(allowed: [String])
    case none
  }

  package func match(_ method: String, _ path: String) -> Match {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard segments.count > 1, segments[0].isEmpty, segments.count <= 16 else { return .none }
    var allowed: [String] = []
    // A page is read by HEAD as by GET.
    let wanted = method == "HEAD" ? "GET" : method
    for route in byFirst[segments[1]] ?? [] {
      guard let parameters = route.match(segments) else { continue }
      if route.method.rawValue == wanted { return .found(route, parameters) }
      allowed.append(route.method.rawValue)
      if route.method == .get { allowed.append("HEAD") }
    }
    return allowed.isEmpty ? .none : .wrongMethod(allowed: allowed.sorted())
  }
}
