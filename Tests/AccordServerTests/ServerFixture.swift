import AccordRuntime
import AccordServer
import HTTPTypes
import Logging
import ServiceLifecycle
import Synchronization

/// A responder made of a closure.
struct ClosureResponder: Responder {
  let body: @Sendable (ServerRequest) async -> ServerResponse

  init(_ body: @escaping @Sendable (ServerRequest) async -> ServerResponse) {
    self.body = body
  }

  func respond(to request: ServerRequest) async -> ServerResponse { await body(request) }

  /// Answers what it got: the method and target, and the body as the body.
  static let echo = ClosureResponder { request in
    var response = ServerResponse(status: .ok, body: request.body)
    response.headerFields[HTTPField.Name("X-Seen")!] = "\(request.method) \(request.target)"
    return response
  }
}

/// Runs a server on a free port while `body` runs, then shuts it down and waits for its end.
func withServer(
  _ responder: any Responder = ClosureResponder.echo, logger: Logger = .silent,
  configure: (inout AccordServer.ServerConfiguration) -> Void = { _ in },
  body: (_ port: Int) async throws -> Void
) async throws {
  var configuration = AccordServer.ServerConfiguration()
  configuration.shutdownGrace = .seconds(1)
  configure(&configuration)
  let (ports, listening) = AsyncStream<Int>.makeStream()
  let service = HTTPService(
    configuration: configuration, responder: responder, logger: logger
  ) { port in listening.yield(port) }
  let group = ServiceGroup(services: [service], logger: .silent)
  try await withThrowingTaskGroup(of: Void.self) { tasks in
    tasks.addTask { try await group.run() }
    for await port in ports {
      try await body(port)
      break
    }
    await group.triggerGracefulShutdown()
    try await tasks.waitForAll()
  }
}

/// Sends text on a connection of its own and returns the first response, then hangs up.
func exchange(_ request: String, port: Int) async throws -> RawResponse? {
  try await onThread {
    let client = try RawClient(port: port)
    client.send(request)
    return client.response(to: String(request.prefix { $0 != " " }))
  }
}

extension Logger {
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Log lines, as text, in the order they were written.
final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }

  func logger(level: Logger.Level) -> Logger {
    var logger = Logger(label: "test") { _ in Handler(lines: self) }
    logger.logLevel = level
    return logger
  }

  private struct Handler: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
      let fields = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
      lines.lines.withLock { $0.append("\(event.level) \(event.message) \(fields)") }
    }
  }
}

/// Waits, for at most a minute, until something is so.
func eventually(_ condition: () -> Bool) async throws -> Bool {
  for _ in 0..<3000 {
    if condition() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return condition()
}
