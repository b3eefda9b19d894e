import Logging
import NIOCore

/// Stops accepting for a second when the system has no descriptor or memory for a connection.
///
/// The one that waits stays in the listening socket's queue, so without a pause the event loop would
/// ask, and be refused, as fast as it can. (NIO's own handler delays the next read, but the channel
/// stays registered for the one that failed.)
///
/// It stands first, before those that decide whether to read.
final class AcceptPause: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias OutboundIn = Never

  static let length = TimeAmount.seconds(1)

  private let logger: Logger
  private var isPaused = false

  init(logger: Logger) {
    self.logger = logger
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is IOError, !isPaused { pause(context, error) }
    context.fireErrorCaught(error)
  }

  func read(context: ChannelHandlerContext) {
    if !isPaused { context.read() }
  }

  private func pause(_ context: ChannelHandlerContext, _ error: any Error) {
    logger.warning("cannot accept connections for now: \(error)")
    isPaused = true
    setAutoRead(false, context)
    let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.length) {
      let (pause, context) = handler.value
      pause.isPaused = false
      pause.setAutoRead(true, context)
    }
  }

  private func setAutoRead(_ isOn: Bool, _ context: ChannelHandlerContext) {
    // It fails only on a channel that was closed.
    try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
  }
}
