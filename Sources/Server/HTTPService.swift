public import AccordRuntime
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// An HTTP/1.1 server around a responder.
///
/// Each request is answered on its connection's event loop, through a task executor: an operation
/// that does not wait never changes thread, which is most of what a small request costs. The price
/// is that an operation which computes or blocks for long delays the other connections of its
/// loop; such work belongs on a thread of its own, behind an `await`. The operation's task is
/// cancelled when its client disconnects, though not when it only stops sending.
///
/// On graceful shutdown the server stops accepting, closes idle connections, finishes the requests
/// in flight with `Connection: close`, and after `shutdownGrace` closes what is left.
public struct HTTPService: Service {
  private let configuration: ServerConfiguration
  private let responder: any Responder
  private let logger: Logger
  private let onListening: @Sendable (_ port: Int) async -> Void

  /// - Parameters:
  ///   - logger: Gets a line for each request at `info`, and what a 500 was caused by at `error`.
  ///   - onListening: Called once, with the bound port, when connections are accepted.
  public init(
    configuration: ServerConfiguration, responder: any Responder, logger: Logger,
    onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.responder = responder
    self.logger = logger
    self.onListening = onListening
  }

  /// Serves until graceful shutdown or cancellation; throws `ServerConfigurationError` when it
  /// cannot start.
  public func run() async throws {
    guard (0...65_535).contains(configuration.port) else {
      throw ServerConfigurationError.portOutOfRange(configuration.port)
    }
    let loops = makeLoops()
    // A connection accepted at the very end may never have been handed to the server's tasks.
    defer { for loop in loops.values { loop.stop() } }
    let server = makeServer(ChildChannel(loops: loops))
    let grace = configuration.shutdownGrace
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await listen(server) }
      group.addTask {
        try await gracefulShutdown()
        for loop in loops.values { loop.quiesce() }
        try await Task.sleep(for: grace)
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func listen(_ server: any Service) async throws {
    do {
      try await server.run()
    } catch {
      let (host, port) = (configuration.host, configuration.port)
      throw ServerConfigurationError(error, host: host, port: port) ?? error
    }
  }

  private func makeServer(_ childChannel: ChildChannel) -> any Service {
    // HummingbirdCore logs each start and connection; our own log has what an operator needs.
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    return childChannel.server(
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port), backlog: 1024,
        availableConnectionsDelegate: .maximum(configuration.connectionsMax, logger: quiet)),
      onServerRunning: { [quiet] channel in
        try? await channel.eventLoop.submit {
          try channel.pipeline.syncOperations.addHandler(
            AcceptPause(logger: quiet), position: .first)
        }.get()
        // Accepting several connections at a time could exceed the most that may be open.
        try? await channel.setOption(.maxMessagesPerRead, value: 1).get()
        await onListening(channel.localAddress?.port ?? 0)
      }, eventLoopGroup: Self.eventLoops, logger: quiet)
  }

  private static var eventLoops: MultiThreadedEventLoopGroup { .singleton }

  private func makeLoops() -> [ObjectIdentifier: LoopState] {
    let limits = ConnectionLimits(configuration)
    var loops: [ObjectIdentifier: LoopState] = [:]
    for eventLoop in Self.eventLoops.makeIterator() {
      loops[ObjectIdentifier(eventLoop)] = LoopState(
        eventLoop: eventLoop, responder: responder, limits: limits,
        report: RequestReport(logger: logger))
    }
    return loops
  }
}
