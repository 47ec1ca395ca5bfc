import AsyncHTTPClient
package import Desk
import Foundation
package import LawLanguage
package import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Sends what waits for programs, a few at a time, for as long as the desk is served.
package struct HookSender: Service {
  private let office: Office
  private let logger: Logger
  private let clock: @Sendable () -> Instant
  /// One try may take so long; whoever is told answers at once and works later.
  private static let patience = TimeAmount.seconds(20)
  private static let atOnce = 8

  package init(
    _ office: Office, logger: Logger,
    clock: @escaping @Sendable () -> Instant = { Instant(seconds: Int64(Date().timeIntervalSince1970)) }
  ) {
    self.office = office
    self.logger = logger
    self.clock = clock
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        var pause = Duration.seconds(2)
        do { try await sendDue() } catch {
          logger.error("telling programs", metadata: ["error": "\(type(of: error))"])
          pause = .seconds(60)
        }
        try? await Task.sleep(for: pause)
      }
    }
  }

  /// Sends everything whose time has come.
  package func sendDue() async throws {
    _ = try await office.queueHooks()
    let due = try await office.hookDeliveriesDue()
    guard !due.isEmpty else { return }
    // A redirect is not followed: the address was given by somebody who answers for it.
    let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))
    await withTaskGroup(of: Void.self) { group in
      for (index, delivery) in due.enumerated() {
        if index >= HookSender.atOnce { await group.next() }
        group.addTask { await send(delivery, by: client) }
      }
    }
    try await client.shutdown()
  }

  private func send(_ delivery: HookDelivery, by client: HTTPClient) async {
    var request = HTTPClientRequest(url: delivery.url)
    request.method = .POST
    let signature = HookSignature(
      id: delivery.id, second: clock().seconds, body: delivery.body, secret: delivery.secret)
    for (name, value) in signature.headers { request.headers.add(name: name, value: value) }
    request.headers.add(name: "user-agent", value: "Tenth-Webhooks")
    request.body = .bytes(ByteBuffer(string: delivery.body))
    var outcome = HookOutcome.failed
    // Neither the address nor what it answered is logged: both are the program's own.
    if let response = try? await client.execute(request, timeout: HookSender.patience) {
      let status = Int(response.status.code)
      outcome = (200..<300).contains(status) ? .taken : status == 410 ? .gone : .failed
    }
    if outcome == .gone { logger.notice("webhook ended", metadata: ["hook": "\(delivery.hook)"]) }
    do { try await office.settle(delivery, outcome) } catch {
      // Without a note of it the message is sent again; its name says that it is the same.
      logger.error("telling programs", metadata: ["error": "\(type(of: error))"])
    }
  }
}
