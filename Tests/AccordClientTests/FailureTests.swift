import AccordClient
import AccordRuntime
import Glibc
import HTTPTypes
import Testing

extension TransportTests {
  @Test("a refused connection and an unknown host are notConnected")
  func notConnected() async throws {
    let (socket, port) = try LoopbackServer.listen()
    close(socket)
    #expect(await failure("http://127.0.0.1:\(port)/")?.kind == "notConnected")
    #expect(await failure("http://host.invalid/")?.kind == "notConnected")
  }

  @Test("a connection that breaks after the request is an interruption")
  func interrupted() async throws {
    let server = try LoopbackServer { request in
      request.target == "/drop"
        ? .init("", closes: true)
        : .init("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart", closes: true)
    }
    defer { server.stop() }
    #expect(await failure(server.url("/drop"))?.kind == "interrupted")
    #expect(await failure(server.url("/part"))?.kind == "interrupted")
    #expect(await failure(of: .put, server.url("/drop"), body: [1])?.kind == "interrupted")
  }

  @Test("an attempt ends at its own timeout, also one that waits for a connection")
  func timeout() async throws {
    let server = try LoopbackServer { _ in .ok(delayMilliseconds: 600_000) }
    defer { server.stop() }
    var configuration = CurlTransport.Configuration()
    configuration.connectionsPerHostMax = 1
    let narrow = CurlTransport(configuration: configuration)
    await withTaskGroup(of: TransportError?.self) { group in
      for _ in 0..<3 {
        group.addTask {
          let request = ClientRequest(
            method: .get, url: server.url("/"), operationID: "t", timeout: .milliseconds(300))
          return await AccordClientTests.failure(of: request, on: narrow)
        }
      }
      for await error in group { #expect(error == .timedOut) }
    }
    #expect(await failure(server.url("/"), timeout: .zero) == .timedOut)
  }

  @Test("a connection the server closed in between is replaced, and content sent again")
  func staleConnection() async throws {
    let server = try LoopbackServer { request in
      // From the second request on, the connection dies before a byte of the answer.
      request.position == 1 ? .ok() : .init("", closes: true)
    }
    defer { server.stop() }
    for index in 1...4 {
      let body = Array("content \(index)".utf8)
      let response = try await send(.put, server.url("/\(index)"), body: body)
      #expect(text(response) == "ok")
    }
    let answered = server.counts.requests.filter { $0.position == 1 }
    #expect(
      answered.map { String(decoding: $0.body, as: UTF8.self) }
        == (1...4).map { "content \($0)" })
  }

  @Test(
    "a request that may have had its effect, and would be answered otherwise, is sent once",
    arguments: [HTTPRequest.Method.post, .patch, .delete], [[], Array("content".utf8)])
  func unrepeated(method: HTTPRequest.Method, body: [UInt8]) async throws {
    let server = try LoopbackServer { request in
      request.position == 1 ? .ok() : .init("", closes: true)
    }
    defer { server.stop() }
    #expect(try await text(send(method, server.url("/1"), body: body)) == "ok")
    #expect(await failure(of: method, server.url("/2"), body: body)?.kind == "interrupted")
    #expect(try await text(send(method, server.url("/3"), body: body)) == "ok")
    #expect(server.counts.requests.map(\.target) == ["/1", "/2", "/3"])
  }

  @Test("a connection that the server closed while nothing was sent costs no request")
  func closedWhileIdle() async throws {
    let server = try LoopbackServer { request in .ok(closes: true) }
    defer { server.stop() }
    for index in 1...3 {
      #expect(try await text(send(.post, server.url("/\(index)"), body: [65])) == "ok")
      #expect(try await eventually { server.counts.open == 0 })
    }
    #expect(server.counts.requests.map(\.target) == ["/1", "/2", "/3"])
  }

  @Test("a server that closes after each answer is no hindrance")
  func closingServer() async throws {
    let server = try LoopbackServer { _ in .ok(closes: true) }
    defer { server.stop() }
    for _ in 0..<500 {
      #expect(try await text(send(.put, server.url("/"), body: [65, 66])) == "ok")
    }
    #expect(server.counts.requests.allSatisfy { $0.body == [65, 66] })
  }
}
