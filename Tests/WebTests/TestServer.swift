import Desk
import Foundation
import LawLanguage
import Logging
import ServiceLifecycle
import Synchronization
import Web

/// A desk on a port of its own, for as long as the closure runs.
struct TestServer: Sendable {
  let port: Int
  let site: Site
  let log: LogLines

  /// What was logged.
  final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: String { lines.withLock { $0.joined(separator: "\n") } }
  }

  static func run(
    settings: Settings = Settings(), accounts: Accounts? = nil, players: [Staff] = [], limits: Server.Limits = .init(),
    clock: @escaping @Sendable () -> Instant = { Instant(seconds: Int64(Date().timeIntervalSince1970)) },
    routes: [Route] = [], law: String = "", change: @Sendable (inout Site.Parts) -> Void = { _ in },
    _ body: @Sendable @escaping (TestServer) async throws -> Void
  ) async throws {
    let log = LogLines()
    let logger = Logger(label: "test") { _ in LineLog { log.add($0) } }
    let bound = Bound()
    var parts = Site.Parts(
      settings: settings, office: "Example County Jail", agency: "example", law: try Fixtures.book(law),
      accounts: accounts, players: players, clock: clock, logger: logger, publicFile: { _, _ in nil },
      trouble: { nil }, work: { _ in routes })
    change(&parts)
    let site = try await Site(parts, port: { bound.port })
    let (ready, isReady) = AsyncStream<Int>.makeStream()
    let server = Server(
      answering: site.answering, address: "127.0.0.1", port: 0, limits: limits, logger: logger
    ) { port in
      bound.set(port)
      isReady.yield(port)
      isReady.finish()
    }
    let group = ServiceGroup(configuration: .init(services: [server], logger: Logger(label: "services")))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for await port in ready { try await body(TestServer(port: port, site: site, log: log)) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private final class Bound: Sendable {
    private let value = Mutex(0)
    var port: Int { value.withLock { $0 } }
    func set(_ port: Int) { value.withLock { $0 = port } }
  }

  // MARK: Asking

  /// An answer as it came over the wire.
  struct Answer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: String

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
    /// The session's cookie, as it is sent back.
    var cookie: String? { header("set-cookie").map { String($0.prefix { $0 != ";" }) } }
    /// The token of the first form.
    var formToken: String? {
      body.range(of: "name=\"form-token\" value=\"").map { range in
        String(body[range.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
    try await send("GET", path, headers: headers)
  }

  func post(_ path: String, _ form: [String: String], headers: [String: String] = [:]) async throws -> Answer {
    let body = form.map { "\($0.key)=\(TestServer.escaped($0.value))" }.joined(separator: "&")
    var all = ["content-type": "application/x-www-form-urlencoded"]
    all.merge(headers) { _, new in new }
    return try await send("POST", path, headers: all, body: body)
  }

  static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      return byte < 128 && (character.isLetter || character.isNumber)
        ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  func send(_ method: String, _ path: String, headers: [String: String] = [:], body: String = "") async throws -> Answer
  {
    var lines = ["\(method) \(path) HTTP/1.1", "connection: close"]
    if headers["host"] == nil { lines.append("host: localhost:\(port)") }
    if !body.isEmpty || method == "POST" { lines.append("content-length: \(body.utf8.count)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    let bytes = try await raw([lines.joined(separator: "\r\n") + "\r\n\r\n" + body])
    return try TestServer.parse(bytes)
  }

  struct NoAnswer: Error {}

  static func parse(_ text: String) throws -> Answer {
    guard let end = text.range(of: "\r\n\r\n") else { throw NoAnswer() }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let headers = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: ":", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)) : nil
    }
    guard let status else { throw NoAnswer() }
    return Answer(
      status: status, headers: headers.map { (name: $0.0, value: $0.1) }, body: String(text[end.upperBound...]))
  }

  /// Sends pieces, pausing between them, and reads until the server closes.
  func raw(_ pieces: [String], pause: Duration = .zero) async throws -> String {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        do { continuation.resume(returning: try Socket(port: port).exchange(pieces, pause: pause)) } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }
}

extension TestServer {
  /// Sends, takes nothing for a while, and then counts what can still be had.
  func readLate(_ request: String, after pause: Duration) async throws -> Int {
    try await detached { try Socket(port: $0).exchange([request], pause: pause).utf8.count }
  }

  /// Keeps a connection open without a word until the server closes it.
  func hold(onOpen: @escaping @Sendable () -> Void) async throws {
    try await detached { port in
      let socket = try Socket(port: port)
      onOpen()
      _ = try socket.exchange([], pause: .zero)
    }
  }

  private func detached<Value: Sendable>(_ body: @escaping @Sendable (Int) throws -> Value) async throws -> Value {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body(port) }) }
    }
  }
}

/// A plain connection, so that anything can be sent.
final class Socket {
  private let descriptor: Int32
  struct Failed: Error { let code: Int32 }

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    // All other tests may stand in the queue before the answer.
    var patience = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failed(code: errno) }
  }

  deinit { close(descriptor) }

  func exchange(_ pieces: [String], pause: Duration) throws -> String {
    for piece in pieces {
      let bytes = Array(piece.utf8)
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes {
          Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count <= 0 { break }
        sent += count
      }
      if pause > .zero {
        usleep(UInt32(pause.components.seconds) * 1_000_000 + UInt32(pause.components.attoseconds / 1_000_000_000_000))
      }
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      // A socket with a timeout is not read again by the system after the machine stood still.
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }
}
