public import AccordRuntime
public import Logging
import ServiceLifecycle
import UnixSignals

extension Responder {
  /// Serves over HTTP/1.1 until SIGTERM or SIGINT, then finishes the requests in flight: all that
  /// the `main` of a process with one service needs.
  ///
  /// A process that runs more than this, or handles signals itself, puts an ``HTTPService`` into a
  /// `ServiceGroup` of its own.
  ///
  /// - Parameters:
  ///   - logger: Gets, at `info`, the URL once connections are accepted and a line for each
  ///     request, and what a 500 was caused by at `error`.
  /// - Throws: `ServerConfigurationError`, also for an address that cannot be listened on.
  public func serve(
    _ configuration: ServerConfiguration, logger: Logger = Logger(label: "accord.server")
  ) async throws {
    let service = HTTPService(configuration: configuration, responder: self, logger: logger) {
      logger.info("listening", metadata: ["url": "\(configuration.baseURL(port: $0))"])
    }
    try await ServiceGroup(
      services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger
    ).run()
  }

  /// Serves over HTTP/1.1 while `body` runs, then finishes the requests in flight: for tests that
  /// want real sockets.
  ///
  /// - Parameters:
  ///   - configuration: Without one, a free port of 127.0.0.1.
  ///   - logger: As in `serve(_:logger:)`; without one, nothing is logged.
  ///   - body: Gets the URL at which the contract's paths begin, such as
  ///     `http://127.0.0.1:40123`.
  /// - Throws: What `body` throws; or, without having run it, `ServerConfigurationError`, also for
  ///   an address that cannot be listened on.
  public func serve<Value: Sendable>(
    _ configuration: ServerConfiguration = ServerConfiguration(),
    logger: Logger = Logger(label: "accord.server") { _ in SwiftLogNoOpLogHandler() },
    while body: (_ baseURL: String) async throws -> Value
  ) async throws -> Value {
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let service = HTTPService(configuration: configuration, responder: self, logger: logger) {
      listening.yield($0)
    }
    let group = ServiceGroup(services: [service], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { listening.finish() }
        try await group.run()
      }
      var port = ports.makeAsyncIterator()
      guard let port = await port.next() else {
        try await tasks.waitForAll()
        throw CancellationError()
      }
      let value = try await body(configuration.baseURL(port: port))
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return value
    }
  }
}

extension ServerConfiguration {
  /// Where the paths of a server on this host and on `port` begin: `http://127.0.0.1:8080`. An
  /// IPv6 address stands in brackets (RFC 3986, section 3.2.2).
  public func baseURL(port: Int) -> String {
    host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }
}
