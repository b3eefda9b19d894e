import AccordClient
import AccordRuntime
import Glibc
import HTTPTypes
import Testing

extension TransportTests {
  @Test(
    "a method arrives with its content and Content-Length",
    arguments: [
      HTTPRequest.Method.post, .put, .patch, .delete, .get, HTTPRequest.Method("QUERY")!,
    ])
  func content(method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    let body: [UInt8] = [0, 1, 2, 255, 13, 10]
    _ = try await send(method, server.url("/a"), body: body)
    let request = try #require(server.counts.requests.first)
    #expect(request.method == method.rawValue)
    #expect(request.body == body)
    #expect(request.fieldLines.contains("Content-Length: 6"))
  }

  @Test(
    "no content is sent as none, and empty content as Content-Length: 0",
    arguments: [
      (HTTPRequest.Method.get, false), (.delete, false), (.options, false), (.post, true),
      (.put, true), (.patch, true),
    ])
  func absent(method: HTTPRequest.Method, hasLength: Bool) async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    _ = try await send(method, server.url("/a"), body: nil)
    _ = try await send(method, server.url("/a"), body: [])
    let requests = server.counts.requests
    #expect(requests.map(\.method) == [method.rawValue, method.rawValue])
    #expect(requests[0].fieldLines.contains("Content-Length: 0") == hasLength)
    #expect(requests[1].fieldLines.contains("Content-Length: 0"))
  }

  @Test("fields arrive as given, in order and with duplicates, and few are added")
  func fields() async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    var fields = HTTPFields()
    fields.append(HTTPField(name: .init("X-B")!, value: "1"))
    fields.append(HTTPField(name: .init("X-A")!, value: "two: 2; \"q\""))
    fields.append(HTTPField(name: .init("X-B")!, value: "3"))
    fields.append(HTTPField(name: .init("X-Empty")!, value: ""))
    _ = try await send(.post, server.url("/a?b=%20c#d"), fields, body: [65])
    let request = try #require(server.counts.requests.first)
    #expect(request.target == "/a?b=%20c")
    #expect(
      request.fieldLines == [
        "Host: 127.0.0.1:\(server.port)", "User-Agent: accord", "X-B: 1",
        "X-A: two: 2; \"q\"", "X-B: 3", "X-Empty:", "Content-Length: 1",
      ])
  }

  @Test("dots in a path arrive as they are")
  func dots() async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    _ = try await send(.get, server.url("/users/../a/./b"))
    #expect(server.counts.requests.first?.target == "/users/../a/./b")
  }

  @Test("nothing of one request shows in the next on the same handle")
  func reset() async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    _ = try await send(.patch, server.url("/1"), [.contentType: "a/b"], body: [65, 66])
    _ = try await send(.head, server.url("/2"))
    _ = try await send(.get, server.url("/3"))
    _ = try await send(.options, server.url("/4"))
    _ = try await send(.get, server.url("/5"))
    let requests = server.counts.requests
    #expect(requests.map(\.method) == ["PATCH", "HEAD", "GET", "OPTIONS", "GET"])
    for request in requests.dropFirst() { #expect(request.fieldLines.count == 2) }
    #expect(requests.dropFirst().allSatisfy { $0.body.isEmpty })
  }

  @Test(
    "a URL that cannot be sent is refused",
    arguments: [
      "", "/relative", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1/a b",
      "http://127.0.0.1/\r\nX-A: b", "http://user:secret@127.0.0.1/", "http://127.0.0.1/é",
      "http://127.0.0.1/\0", "http://", "http://127.0.0.1:99999/", "httpx://a/", "gopher://a/",
    ])
  func refusedURL(url: String) async {
    #expect(await failure(url)?.kind == "invalidRequest")
  }

  @Test("a line end in a field's value never reaches the wire")
  func injection() async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    var fields = HTTPFields()
    fields.append(HTTPField(name: .init("X-A")!, value: "a\r\nX-Injected: b"))
    _ = try await send(.get, server.url("/"), fields)
    let lines = try #require(server.counts.requests.first).fieldLines
    #expect(!lines.contains { $0.hasPrefix("X-Injected") })
  }

  @Test("framing is the transport's: CONNECT, Transfer-Encoding and content in HEAD are refused")
  func refusedFraming() async {
    let url = "http://127.0.0.1:1/"
    #expect(await failure(of: .connect, url)?.kind == "invalidRequest")
    #expect(await failure(of: .head, url, body: [65])?.kind == "invalidRequest")
    let fault = await failure(of: .post, url, [.transferEncoding: "chunked"], body: [65])
    #expect(fault?.kind == "invalidRequest")
  }

  @Test("a proxy that is named takes every request, also those the environment exempts")
  func proxy() async throws {
    let server = try LoopbackServer { request in .ok(request.target) }
    defer { server.stop() }
    // Nothing else in this process asks for that host.
    setenv("NO_PROXY", "proxied.invalid", 1)
    var configuration = CurlTransport.Configuration()
    configuration.proxy = .url(server.url(""))
    let transport = CurlTransport(configuration: configuration)
    let request = ClientRequest(
      method: .get, url: "http://proxied.invalid/a", operationID: "t", timeout: .seconds(5))
    #expect(try await text(transport.send(request)) == "http://proxied.invalid/a")
  }
}
