import Foundation

/// The costly arithmetic of passphrases: a few at a time, off the threads that answer requests, and no more waiting than
/// can be served soon. Otherwise whoever sends passphrases keeps everybody else from the desk.
package actor PassphraseWork {
  private let atOnce: Int
  private let mostWaiting: Int
  private var running = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private let queue = DispatchQueue(label: "passphrases", qos: .utility, attributes: .concurrent)

  package init(
    atOnce: Int = max(1, ProcessInfo.processInfo.activeProcessorCount / 2), mostWaiting: Int = 16
  ) {
    self.atOnce = atOnce
    self.mostWaiting = mostWaiting
  }

  /// Does it as soon as its turn comes.
  ///
  /// - Throws: `Refused` where too many wait already; else what the work throws.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    if running >= atOnce {
      guard waiting.count < mostWaiting else {
        throw Refused(
          .unavailable, "Too many people sign in at this moment. Try again in a few seconds; a passkey works at once.",
          headers: [Reply.Header(name: "retry-after", value: "5")])
      }
      // Whoever ends hands its turn on, so that `running` stays as it is.
      await withCheckedContinuation { waiting.append($0) }
    } else {
      running += 1
    }
    defer { if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() } }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try work() }) }
    }
  }
}
