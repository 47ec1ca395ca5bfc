import NIOCore
import NIOHTTPTypes

/// Closes a connection whose reader does not take an answer whole in time.
final class ResponseDeadline: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private var deadline: Scheduled<Void>?

  init(limit: TimeAmount) { self.limit = limit }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head:
      stop()
      let channel = context.channel
      deadline = context.eventLoop.scheduleTask(in: limit) { channel.close(mode: .all, promise: nil) }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      // It is taken when the system has it: its buffer is small beside what could be held back.
      let scheduled = deadline
      deadline = nil
      written.futureResult.whenComplete { _ in scheduled?.cancel() }
      context.write(data, promise: written)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func stop() {
    deadline?.cancel()
    deadline = nil
  }
}
