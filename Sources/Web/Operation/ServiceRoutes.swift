import Desk
import LawLanguage
import Ledger

/// Pages for machines: whether the desk lives and can record, its figures, and the published log.
struct ServiceRoutes: Sendable {
  let metrics: Metrics
  let sessions: Sessions
  /// Why it cannot record; nil if it can.
  let trouble: @Sendable () async -> String?
  /// How many of the log's entries wait for their publication.
  let waiting: @Sendable () async -> Int
  /// A file of the published log, by its path below `/log/`.
  let publicFile: @Sendable (_ path: String, _ second: Int) async throws -> PublicFile?

  var routes: [Route] {
    [
      Route(.get, "/healthz", .anybody) { _ in .text("ok\n") },
      Route(.get, "/readyz", .anybody) { _ in
        if await trouble() != nil { throw Refused(.unavailable, "The desk cannot record now. Its log says why.") }
        return .text("ready\n")
      },
      // Counts by route would tell everybody the hour of an arrival or a release.
      Route(.get, "/metrics", .may(.administer)) { exchange in
        let gauges = [
          ("tenth_sessions", "People signed in.", sessions.count(at: exchange.now)),
          ("tenth_log_waiting", "Entries of the log that wait for their publication.", await waiting()),
        ]
        return .text(metrics.text(gauges: gauges), "text/plain; version=0.0.4; charset=utf-8")
      },
      Route(.get, "/log/checkpoint", .anybody) { try await file("checkpoint", $0) },
      Route(.get, "/log/vkey", .anybody) { try await file("vkey", $0) },
      Route(.get, "/log/tile/{path...}", .anybody) { try await file("tile/\($0.parameter("path"))", $0) },
    ]
  }

  private func file(_ path: String, _ exchange: Exchange) async throws -> Reply {
    guard let file = try await publicFile(path, Int(exchange.now.seconds)) else {
      throw Refused(.notFound, "The published log has no such file.")
    }
    let cache = file.isImmutable ? "public, max-age=31536000, immutable" : "public, max-age=5"
    return Reply(body: file.bytes).with("content-type", file.mediaType).with("cache-control", cache)
  }
}
