import HummingbirdCore
import Logging
import NIOCore

/// Installs our handler on the connections that HummingbirdCore accepts.
struct ChildChannel: ServerChildChannel {
  struct Value: ServerChildChannelValue {
    let channel: any Channel
  }

  /// One state for each event loop of the group, by the loop's identity.
  let loops: [ObjectIdentifier: LoopState]

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      guard let loop = loops[ObjectIdentifier(channel.eventLoop)] else {
        throw ChannelError.operationUnsupported
      }
      // A response is one write: waiting for more to fill a packet would only delay it.
      try channel.syncOptions?.setOption(.socketOption(.tcp_nodelay), value: 1)
      try channel.pipeline.syncOperations.addHandler(Connection(loop))
      return Value(channel: channel)
    }
  }

  /// The handler does the work; this only waits, and closes the connection if the server must not
  /// wait any longer.
  func handle(value: Value, logger: Logger) async {
    await withTaskCancellationHandler {
      try? await value.channel.closeFuture.get()
    } onCancel: {
      value.channel.close(promise: nil)
    }
  }
}
