import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOHTTPTypes
import ServiceLifecycle
import Synchronization

/// The desk on a port: reads requests within limits, and lets `Answering` answer.
package struct Server: Service {
  private let answering: Answering
  private let address: String
  private let port: Int
  private let limits: Limits
  private let logger: Logger
  private let onReady: @Sendable (Int) async -> Void

  /// How long and how large a request may be.
  package struct Limits: Sendable {
    package var seconds: Int64 = 20
    package var idleSeconds: Int64 = 60
    /// How long a reader may take for an answer: what is largest here, a document, over a slow line.
    package var writeSeconds: Int64 = 120
    /// Connections at once; more wait until one ends.
    package var connections = 512
    package var headerBytes = 16 * 1024
    package var headerCount = 64
    package init() {}
  }

  /// - Parameter onReady: Told the port once requests are answered; a port of 0 lets the system choose one.
  package init(
    answering: Answering, address: String, port: Int, limits: Limits = Limits(), logger: Logger,
    onReady: @escaping @Sendable (Int) async -> Void
  ) {
    self.answering = answering
    self.address = address
    self.port = port
    self.limits = limits
    self.logger = logger
    self.onReady = onReady
  }

  /// Serves until it is told to stop; then takes no new request and waits for those under way.
  package func run() async throws {
    let answering = answering
    let limits = limits
    let onReady = onReady
    let responder = CallbackResponder<Connection> { request, connection in
      await Server.respond(to: request, from: connection, answering)
    }
    let configuration = HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        RequestDeadline(limit: .seconds(limits.seconds)), ResponseDeadline(limit: .seconds(limits.writeSeconds)),
      ],
      idleTimeout: .seconds(limits.idleSeconds),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
        maxHeaderFieldCount: limits.headerCount))
    var quiet = logger
    quiet.logLevel = .warning
    let application = Application(
      responder: responder, server: .http1(configuration: configuration),
      configuration: ApplicationConfiguration(
        address: .hostname(address, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections, logger: quiet)),
      onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) }, logger: quiet)
    try await application.run()
  }

  private struct Connection: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: String

    init(source: ApplicationRequestContextSource) {
      coreContext = CoreRequestContextStorage(source: source)
      peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
  }

  private static func respond(to request: Request, from connection: Connection, _ answering: Answering) async
    -> Response
  {
    let target = request.head.path ?? "/"
    let method = request.method.rawValue
    let limit = answering.bodyLimit(method: method, target: target)
    var headers: [String: String] = [:]
    for field in request.headers {
      let name = field.name.canonicalName
      headers[name] = headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value } ?? field.value
    }
    if let authority = request.head.authority { headers["host"] = authority }
    var body: [UInt8] = []
    let announced = headers["content-length"].flatMap { Int($0) }
    var isTooLarge = (announced ?? 0) > limit
    var isCut = false
    if !isTooLarge {
      do {
        for try await part in request.body {
          body += part.readableBytesView
          if body.count > limit {
            isTooLarge = true
            break
          }
        }
      } catch {
        isCut = true
      }
      if let announced, !isTooLarge, body.count != announced { isCut = true }
    }
    // Half a form can say something else than the whole: nothing of it is looked at.
    if isCut { return Response(status: .badRequest, headers: [.connection: "close"], body: ResponseBody()) }
    // One byte more than is allowed says that it was more.
    if isTooLarge { body = [UInt8](repeating: 0, count: limit + 1) }
    let reply = await answering.answer(
      Incoming(method: method, target: target, headers: headers, body: body, peer: connection.peer))
    var fields = HTTPFields()
    for header in reply.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    if isTooLarge { fields[.connection] = "close" }
    return Response(
      status: HTTPResponse.Status(code: reply.status.rawValue), headers: fields,
      body: reply.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
  }
}
