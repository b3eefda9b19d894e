import AccordRuntime
import AccordServer
import HTTPTypes
import Testing

/// How a connection ends when there is still something in either direction.
@Suite(.timeLimit(.minutes(5)))
struct ClosingTests {
  /// Large enough to be still in the sockets' buffers, most of it, when the server has written it.
  private static let body = [UInt8](repeating: 97, count: 2 << 20)

  private static let large = ClosureResponder { _ in ServerResponse(status: .ok, body: body) }

  @Test("a client that shut down its sending side and reads late gets every answer")
  func halfClosedSlowReader() async throws {
    try await withServer(Self.large) { port in
      let counts = try await onThread {
        let client = try RawClient(port: port, receiveBuffer: 65_536)
        for _ in 0..<4 { client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n") }
        usleepMilliseconds(200)
        client.finishSending()
        usleepMilliseconds(200)
        var received: [UInt8] = []
        return (0..<4).map { _ in client.response(after: &received)?.body.count }
      }
      #expect(counts == [Self.body.count, Self.body.count, Self.body.count, Self.body.count])
    }
  }

  @Test("the last answer arrives whole although the client sends on (RFC 9112, section 9.6)")
  func lastAnswer() async throws {
    try await withServer(Self.large) { port in
      let count = try await onThread {
        let client = try RawClient(port: port, receiveBuffer: 65_536)
        client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        for _ in 0..<20 {
          client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
          usleepMilliseconds(10)
        }
        return client.response()?.body.count
      }
      #expect(count == Self.body.count)
    }
  }

  @Test("a client that does not hang up after the last answer is hung up on")
  func lingering() async throws {
    try await withServer(configure: { $0.lingerTimeout = .milliseconds(200) }) { port in
      let isClosed = try await onThread {
        let client = try RawClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
        guard client.response()?.status == 200, client.isClosedByServer() else { return false }
        // What comes once the server is gone is answered with a reset, and the next cannot be sent.
        return (0..<600).contains { _ in
          usleepMilliseconds(100)
          return client.send("more") == 0
        }
      }
      #expect(isClosed)
    }
  }
}
