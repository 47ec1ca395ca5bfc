package import Desk
import Foundation
import LawLanguage
package import Logging

/// Tells the office's record and the program's log who came in, who was refused, and whose account changed.
///
/// Both know accounts by names that mean nothing outside the desk. What was typed is never told.
package struct AccessLog: Sendable {
  private let append: @Sendable (AccessEntry) async throws -> Void
  private let logger: Logger
  private let refusals = RefusalBudget()

  package init(logger: Logger, append: @escaping @Sendable (AccessEntry) async throws -> Void) {
    self.logger = logger
    self.append = append
  }

  /// Records what happened. That it could not be recorded stops nobody who shows their key: reading must go on while the
  /// disk is full. It stands in the log then.
  func note(
    _ what: AccessEntry.What, of account: String?, by actor: String? = nil, detail: String? = nil, _ exchange: Exchange
  ) async {
    do { try await require(what, of: account, by: actor, detail: detail, exchange) } catch {
      logger.error(
        "access not recorded", metadata: ["error": "\(type(of: error))", "trace": "\(exchange.trace.trace)"])
    }
  }

  /// Records what is about to be done; where that cannot be recorded it is not to be done.
  func require(
    _ what: AccessEntry.What, of account: String?, by actor: String? = nil, detail: String? = nil, _ exchange: Exchange
  ) async throws {
    var metadata: Logger.Metadata = ["trace": "\(exchange.trace.trace)"]
    if let account { metadata["account"] = "\(account)" }
    if let actor { metadata["by"] = "\(actor)" }
    if let detail { metadata["detail"] = "\(detail)" }
    logger.notice("\(what.rawValue)", metadata: metadata)
    var more = 0
    if what == .signInRefused {
      guard let left = refusals.take(at: exchange.now.seconds) else { return }
      more = left
    }
    try await append(
      AccessEntry(
        what: what, account: account, by: actor, detail: detail, source: exchange.source, moreRefusals: more,
        at: LineLog.time(Date())))
  }
}
