import AccordRuntime
import AccordServer
import HTTPTypes
import Synchronization
import Testing

/// Clients that stall, dawdle, disappear or never read.
@Suite(.timeLimit(.minutes(5)))
struct PatienceTests {
  private func withImpatientServer(
    _ responder: any Responder = ClosureResponder.echo, body: (Int) async throws -> Void
  ) async throws {
    try await withServer(
      responder,
      configure: {
        $0.headTimeout = .milliseconds(400)
        $0.bodyTimeout = .milliseconds(400)
        $0.writeTimeout = .milliseconds(400)
        $0.lingerTimeout = .milliseconds(400)
      }, body: body)
  }

  @Test(
    "a client that stalls in a head or a body is told so and closed",
    arguments: [
      "GET / HT", "GET / HTTP/1.1\r\nHost: h\r\n", "GET / HTTP/1.1\r\nHost: h\r\nA: b",
      "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc",
      "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n",
      "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
    ])
  func stall(request: String) async throws {
    try await withImpatientServer { port in
      let (status, isClosed) = try await onThread {
        let client = try RawClient(port: port)
        client.send(request)
        return (client.response()?.status, client.isClosedByServer())
      }
      #expect(status == 408)
      #expect(isClosed)
    }
  }

  @Test("a byte now and then does not lengthen the time for a head")
  func slowDrip() async throws {
    try await withImpatientServer { port in
      let status = try await onThread {
        let client = try RawClient(port: port)
        let isAnswered = Mutex(false)
        let dripper = Task {
          for byte in "GET / HTTP/1.1\r\nHost: h\r\n".utf8 + Array(repeating: 97, count: 500) {
            if isAnswered.withLock({ $0 }) { return }
            client.send([byte])
            try await Task.sleep(for: .milliseconds(50))
          }
        }
        defer { dripper.cancel() }
        let status = client.response()?.status
        isAnswered.withLock { $0 = true }
        return status
      }
      #expect(status == 408)
    }
  }

  @Test("an idle connection is closed without an answer, before and after a request")
  func idle() async throws {
    try await withServer(configure: { $0.idleTimeout = .milliseconds(400) }) { port in
      let bytes = try await onThread {
        let (fresh, used) = (try RawClient(port: port), try RawClient(port: port))
        used.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        _ = used.response()
        return [fresh.receive(), used.receive()]
      }
      #expect(bytes == [[], []])
    }
  }

  @Test("a request that takes longer than every timeout to answer is answered")
  func slowAnswer() async throws {
    let responder = ClosureResponder { _ in
      try? await Task.sleep(for: .milliseconds(2600))
      return ServerResponse(status: .ok)
    }
    // The idle timeout must leave a slow test machine the time to send the request.
    let limits: (inout ServerConfiguration) -> Void = {
      ($0.headTimeout, $0.bodyTimeout) = (.milliseconds(200), .milliseconds(200))
      ($0.writeTimeout, $0.idleTimeout) = (.milliseconds(200), .seconds(2))
    }
    try await withServer(responder, configure: limits) { port in
      let answer = try await exchange("GET / HTTP/1.1\r\nHost: h\r\n\r\n", port: port)
      #expect(answer?.status == 200)
    }
  }

  @Test("a client that does not read its response is closed")
  func unreadResponse() async throws {
    let body = [UInt8](repeating: 97, count: 32 << 20)
    let counts = Counts()
    let responder = ClosureResponder { _ in
      counts.started.withLock { $0 += 1 }
      return ServerResponse(status: .ok, body: body)
    }
    try await withImpatientServer(responder) { port in
      let client = try await onThread {
        let client = try RawClient(port: port, receiveBuffer: 4096)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        return client
      }
      #expect(try await eventually { counts.started.withLock { $0 } == 1 })
      try await Task.sleep(for: .seconds(2))
      let received = try await onThread {
        var received = 0
        while let bytes = client.receive(), !bytes.isEmpty { received += bytes.count }
        return received
      }
      #expect(received < body.count)
    }
  }

  @Test("a client that reads slowly but steadily gets the whole response")
  func slowReader() async throws {
    let size = 12 << 20
    let responder = ClosureResponder { _ in
      ServerResponse(status: .ok, body: [UInt8](repeating: 97, count: size))
    }
    try await withServer(responder, configure: { $0.writeTimeout = .seconds(2) }) { port in
      let received = try await onThread {
        let client = try RawClient(port: port, receiveBuffer: 65_536)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        var (received, pause) = (0, 0)
        while received < size, let bytes = client.receive(), !bytes.isEmpty {
          received += bytes.count
          if received >> 20 > pause {
            pause = received >> 20
            usleepMilliseconds(220)
          }
        }
        return received
      }
      #expect(received >= size)
    }
  }

  @Test("when the client disconnects, the task that answers it is cancelled")
  func disconnect() async throws {
    let counts = Counts()
    let responder = ClosureResponder { _ in
      counts.started.withLock { $0 += 1 }
      do {
        try await Task.sleep(for: .seconds(30))
      } catch {
        counts.cancelled.withLock { $0 += 1 }
      }
      return ServerResponse(status: .ok)
    }
    try await withServer(responder) { port in
      for _ in 0..<20 {
        let client = try await onThread {
          let client = try RawClient(port: port)
          client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
          return client
        }
        let before = counts.cancelled.withLock { $0 }
        #expect(try await eventually { counts.started.withLock { $0 } == before + 1 })
        client.close()
        #expect(try await eventually { counts.cancelled.withLock { $0 } == before + 1 })
      }
    }
  }

  @Test("a client that shuts down its sending side still gets every answer")
  func halfClose() async throws {
    let responder = ClosureResponder { request in
      try? await Task.sleep(for: .milliseconds(100))
      return await ClosureResponder.echo.respond(to: request)
    }
    try await withServer(responder) { port in
      let (texts, isClosed) = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        for text in ["a", "b", "c"] {
          client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\n\(text)")
        }
        client.finishSending()
        let texts = (0..<3).map { _ in client.finalResponse(after: &received)?.text }
        return (texts, client.isClosedByServer())
      }
      #expect(texts == ["a", "b", "c"])
      #expect(isClosed)
    }
  }

  @Test(
    "the task that answers a client which only stopped sending is not cancelled",
    arguments: ["1.0", "1.1"])
  func halfCloseOfSlowRequest(version: String) async throws {
    let responder = ClosureResponder { _ in
      do {
        try await Task.sleep(for: .seconds(1))
        return ServerResponse(status: .ok)
      } catch {
        return ServerResponse(status: .serviceUnavailable)
      }
    }
    try await withServer(responder) { port in
      let (statuses, isClosed) = try await onThread {
        let client = try RawClient(port: port)
        client.send("GET / HTTP/\(version)\r\nHost: h\r\n\r\n")
        client.finishSending()
        var received: [UInt8] = []
        var statuses: [Int] = []
        while let response = client.response(after: &received) { statuses.append(response.status) }
        return (statuses, client.isClosedByServer())
      }
      // The interim response is how the server finds out; HTTP/1.0 has none.
      #expect(statuses == (version == "1.0" ? [200] : [100, 200]))
      #expect(isClosed)
    }
  }

  @Test("a thousand idle connections do not keep a request from its answer")
  func manyIdle() async throws {
    try await withServer { port in
      let clients = try await onThread { try (0..<1000).map { _ in try RawClient(port: port) } }
      let answer = try await exchange("GET / HTTP/1.1\r\nHost: h\r\n\r\n", port: port)
      #expect(answer?.status == 200)
      #expect(clients.count == 1000)
    }
  }

  @Test("no more connections are open than allowed, and the next waits its turn")
  func connectionsMax() async throws {
    try await withServer(configure: { $0.connectionsMax = 2 }) { port in
      let waiting = try await onThread {
        let open = try (0..<2).map { _ in try RawClient(port: port) }
        for client in open {
          client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
          #expect(client.response()?.status == 200)
        }
        let third = try RawClient(port: port, timeout: 1)
        third.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(third.receive() == nil)
        open[0].close()
        return (third, open[1])
      }
      let answer = try await onThread {
        for _ in 0..<9 {
          if let answer = waiting.0.response() { return answer as RawResponse? }
        }
        return nil
      }
      #expect(answer?.status == 200)
    }
  }
}

private final class Counts: Sendable {
  let started = Mutex(0)
  let cancelled = Mutex(0)
}
