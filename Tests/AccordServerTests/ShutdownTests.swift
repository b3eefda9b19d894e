import AccordRuntime
import AccordServer
import HTTPTypes
import ServiceLifecycle
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ShutdownTests {
  /// A server whose shutdown the test begins. Returns when it has ended.
  private func withStoppableServer(
    _ responder: any Responder, grace: Duration,
    body: (_ port: Int, _ stop: @Sendable () async -> Void) async throws -> Void
  ) async throws {
    var configuration = ServerConfiguration()
    configuration.shutdownGrace = grace
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let service = HTTPService(configuration: configuration, responder: responder, logger: .silent) {
      listening.yield($0)
    }
    let group = ServiceGroup(services: [service], logger: .silent)
    let running = Task { try await group.run() }
    for await port in ports {
      try await body(port) { await group.triggerGracefulShutdown() }
      break
    }
    try await running.value
  }

  @Test("shutdown finishes the request in flight, closes idle connections and accepts no more")
  func finishes() async throws {
    let gate = Gate()
    let responder = ClosureResponder { _ in
      await gate.pass()
      return ServerResponse(status: .ok, body: [1])
    }
    try await withStoppableServer(responder, grace: .seconds(3600)) { port, stop in
      let (idle, busy) = try await onThread {
        let (idle, busy) = (try RawClient(port: port), try RawClient(port: port))
        busy.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        return (idle, busy)
      }
      #expect(try await eventually { gate.isWaiting })
      await stop()
      #expect(try await onThread { idle.isClosedByServer() })
      let isRefused = try await onThread {
        (0..<600).contains { _ in
          usleepMilliseconds(100)
          return (try? RawClient(port: port)) == nil
        }
      }
      #expect(isRefused)
      gate.open()
      let response = try await onThread { busy.response() }
      #expect(response?.body == [1])
      #expect(response?.fields["connection"] == "close")
    }
  }

  @Test("a request that was not read yet when the shutdown began is answered")
  func unread() async throws {
    let responder = ClosureResponder { request in
      // Blocks the event loop, so that what others send stays unread.
      if request.target == "/block" { usleepMilliseconds(500) }
      return ServerResponse(status: .ok)
    }
    try await withStoppableServer(responder, grace: .seconds(3600)) { port, stop in
      let clients = try await onThread {
        let clients = try (0..<16).map { _ in try RawClient(port: port) }
        for client in clients {
          client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
          _ = client.response()
        }
        let blocking = try (0..<8).map { _ in try RawClient(port: port) }
        for client in blocking { client.send("GET /block HTTP/1.1\r\nHost: h\r\n\r\n") }
        usleepMilliseconds(100)
        for client in clients { client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n") }
        return (clients, blocking)
      }
      await stop()
      let answers = try await onThread { clients.0.map { $0.response() } }
      #expect(answers.map { $0?.status ?? 0 } == Array(repeating: 200, count: answers.count))
    }
  }

  @Test("a request that does not end is cancelled and closed when the grace is over")
  func bounded() async throws {
    let (hasStarted, wasCancelled) = (Flag(), Flag())
    let responder = ClosureResponder { _ in
      hasStarted.set()
      do { try await Task.sleep(for: .seconds(3600)) } catch { wasCancelled.set() }
      return ServerResponse(status: .ok)
    }
    try await withStoppableServer(responder, grace: .milliseconds(300)) { port, stop in
      let client = try await onThread {
        let client = try RawClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        return client
      }
      #expect(try await eventually { hasStarted.isSet })
      await stop()
      #expect(try await onThread { client.isClosedByServer() })
    }
    #expect(try await eventually { wasCancelled.isSet })
  }

  @Test("an address that is taken is an error, not a server")
  func addressInUse() async throws {
    try await withServer { port in
      let service = HTTPService(
        configuration: ServerConfiguration(port: port), responder: ClosureResponder.echo,
        logger: .silent)
      await #expect(throws: (any Error).self) { try await service.run() }
    }
  }

  @Test("a port that no address has is an error", arguments: [-1, 65_536])
  func portOutOfRange(port: Int) async {
    let service = HTTPService(
      configuration: ServerConfiguration(port: port), responder: ClosureResponder.echo,
      logger: .silent)
    await #expect(throws: ServerConfigurationError.portOutOfRange(port)) { try await service.run() }
  }

  @Test("cancelling the task that runs a server ends it")
  func cancellation() async throws {
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let service = HTTPService(
      configuration: ServerConfiguration(), responder: ClosureResponder.echo, logger: .silent
    ) { listening.yield($0) }
    let running = Task { try? await service.run() }
    for await port in ports {
      let client = try await onThread { try RawClient(port: port) }
      running.cancel()
      await running.value
      #expect(try await onThread { client.isClosedByServer() })
      break
    }
  }
}

/// Where a responder waits until a test lets it pass.
private final class Gate: Sendable {
  private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>(
    (false, []))
  var isWaiting: Bool { state.withLock { !$0.waiting.isEmpty } }

  func pass() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

private final class Flag: Sendable {
  private let value = Mutex(false)
  var isSet: Bool { value.withLock { $0 } }
  func set() { value.withLock { $0 = true } }
}
