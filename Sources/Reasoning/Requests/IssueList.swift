/// The mistakes met while a request is read, so that all of them can be told together.
struct IssueList {
  private(set) var issues: [RequestIssue] = []

  /// Whether more would only be counted, not told.
  var isFull: Bool { issues.count >= RequestError.limit }

  mutating func add(_ location: RequestLocation, _ path: String, _ message: String, help: String? = nil) {
    issues.append(RequestIssue(at: location, path: path, message, help: help))
  }

  mutating func add(_ issue: RequestIssue) { issues.append(issue) }

  /// Throws all of them if there are any.
  func check() throws(RequestError) {
    if !issues.isEmpty { throw RequestError(issues) }
  }
}
