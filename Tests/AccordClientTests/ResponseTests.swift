import AccordClient
import AccordRuntime
import HTTPTypes
import Testing

extension TransportTests {
  private func response(_ wire: String, method: HTTPRequest.Method = .get, closes: Bool = false)
    async throws -> ClientResponse
  {
    let server = try LoopbackServer { _ in .init(wire, closes: closes) }
    defer { server.stop() }
    return try await send(method, server.url("/"))
  }

  @Test("fields keep their order, duplicates and values")
  func responseFields() async throws {
    let response = try await response(
      "HTTP/1.1 200 Fine\r\nX-B: 1\r\ncontent-type:a/b \r\nX-B:\t2\r\nX-Empty:\r\n"
        + "Content-Length: 0\r\n\r\n")
    #expect(response.status.code == 200)
    let names = response.headerFields.map(\.name.rawName)
    #expect(names == ["X-B", "content-type", "X-B", "X-Empty", "Content-Length"])
    #expect(response.headerFields[values: .init("x-b")!] == ["1", "2"])
    #expect(response.headerFields[.contentType] == "a/b")
  }

  @Test("chunked content is put together, and trailer fields are dropped")
  func chunked() async throws {
    let response = try await response(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nX-Trailer: t\r\n\r\n")
    #expect(text(response) == "abcdefg")
    #expect(response.headerFields[.init("X-Trailer")!] == nil)
  }

  @Test("interim responses are skipped with their fields")
  func interim() async throws {
    let response = try await response(
      "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
        + "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nX-Late: 1\r\n\r\nno")
    #expect(response.status == .notFound)
    #expect(response.headerFields[.init("X-Early")!] == nil)
    #expect(response.headerFields[.init("X-Late")!] == "1")
    #expect(text(response) == "no")
  }

  @Test("HEAD and 204 have no content, whatever Content-Length says")
  func noContent() async throws {
    let head = try await response(
      "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", method: .head)
    #expect(head.body.isEmpty)
    #expect(head.headerFields[.contentLength] == "99999999999")
    #expect(try await response("HTTP/1.1 204 No Content\r\n\r\n").status == .noContent)
  }

  @Test("a redirect is a response")
  func redirect() async throws {
    let response = try await response(
      "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
    #expect(response.status == .found)
    #expect(response.headerFields[.location] == "/elsewhere")
  }

  @Test("content without a length ends with the connection")
  func untilClose() async throws {
    let response = try await response("HTTP/1.1 200 OK\r\n\r\nto the end", closes: true)
    #expect(text(response) == "to the end")
  }

  @Test("large content comes whole")
  func large() async throws {
    let body = String(repeating: "0123456789abcdef", count: 300_000)
    #expect(try await text(response(LoopbackServer.Reply.ok(body).wire)) == body)
  }

  @Test(
    "content over the limit is refused, with its length announced or not",
    arguments: [
      "Content-Length: 1001\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3E9\r\n",
    ])
  func limit(head: String) async throws {
    let body = String(repeating: "x", count: 1001)
    let server = try LoopbackServer { _ in .init("HTTP/1.1 200 OK\r\n\(head)\(body)\r\n") }
    defer { server.stop() }
    var configuration = CurlTransport.Configuration()
    configuration.responseBytesMax = 1000
    let small = CurlTransport(configuration: configuration)
    await #expect(throws: TransportError.responseTooLarge(limit: 1000)) {
      _ = try await small.send(
        ClientRequest(method: .get, url: server.url("/"), operationID: "t"))
    }
  }

  @Test("a head without end is refused")
  func endlessHead() async throws {
    let fields = String(repeating: "a:\r\n", count: 70_000)
    let server = try LoopbackServer { _ in .init("HTTP/1.1 200 OK\r\n\(fields)") }
    defer { server.stop() }
    #expect(await failure(server.url("/"))?.kind == "responseTooLarge")
  }

  @Test(
    "what is no HTTP response is an interruption",
    arguments: ["hello\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-", "\0"])
  func garbage(wire: String) async throws {
    let server = try LoopbackServer { _ in .init(wire, closes: true) }
    defer { server.stop() }
    #expect(await failure(server.url("/"))?.kind == "interrupted")
  }
}

extension LoopbackServer.Reply {
  var wire: String { String(decoding: bytes, as: UTF8.self) }
}
