import AccordServer
import Testing

/// Requests that break the rules get a problem+json answer and a closed connection.
@Suite(.timeLimit(.minutes(5)))
struct RejectionTests {
  private static let refused: [(status: Int, request: String)] = [
    (400, "GET\r\n\r\n"),
    (400, "GET / HTTP/1.1\nHost: h\n\n"),
    (400, "GET  / HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET / HTTP/1.1 \r\nHost: h\r\n\r\n"),
    (400, "GET / http/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET /é HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET /#f HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET a HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET * HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "GET http:///a HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "G@T / HTTP/1.1\r\nHost: h\r\n\r\n"),
    (400, "\u{16}\u{03}\u{01}\u{02}\u{00}\u{01}"),
    (400, "GET / HTTP/1.1\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nHost: h\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nName : v\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\n: v\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nA: b\r\n c\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nA: b\rc\r\n\r\n"),
    (400, "GET / HTTP/1.1\r\nHost: h\r\nA: b\u{0}c\r\n\r\n"),
    (505, "GET / HTTP/2.0\r\nHost: h\r\n\r\n"),
    (505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    (501, "CONNECT h:1 HTTP/1.1\r\nHost: h:1\r\n\r\n"),
    (417, "PUT / HTTP/1.1\r\nHost: h\r\nExpect: the-moon\r\nContent-Length: 1\r\n\r\n"),
    (413, "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 9999\r\n\r\n"),
    (413, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n"),
    (413, "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
  ]

  @Test(
    "a request that breaks a rule is refused and the connection closed", arguments: Self.refused)
  func refusal(status: Int, request: String) async throws {
    try await expectRefusal(status, of: request)
  }

  /// RFC 9112, section 6.3: whatever could end at two places ends here.
  private static let ambiguous: [(status: Int, fields: String)] = [
    (400, "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
    (400, "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"),
    (400, "Content-Length: 3\r\nContent-Length: 3\r\n"),
    (400, "Content-Length: 3\r\nContent-Length: 4\r\n"),
    (400, "Content-Length: 3, 3\r\n"),
    (400, "Content-Length: +3\r\n"),
    (400, "Content-Length: -3\r\n"),
    (400, "Content-Length: 0x3\r\n"),
    (400, "Content-Length: \r\n"),
    (400, "Content-Length: 3 3\r\n"),
    (400, "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
    (501, "Transfer-Encoding: gzip, chunked\r\n"),
    (501, "Transfer-Encoding: identity\r\n"),
    (501, "Transfer-Encoding: chunked, identity\r\n"),
    (501, "Transfer-Encoding: xchunked\r\n"),
    (400, "Transfer-Encoding : chunked\r\n"),
  ]

  @Test("a body whose end is ambiguous is refused", arguments: Self.ambiguous)
  func ambiguity(status: Int, fields: String) async throws {
    try await expectRefusal(
      status, of: "PUT / HTTP/1.1\r\nHost: h\r\n\(fields)\r\n3\r\nabc\r\n0\r\n\r\n")
  }

  private static let badChunks: [(status: Int, body: String)] = [
    (400, "x\r\n"), (400, "\r\n"), (400, "-1\r\n"), (400, "+1\r\na\r\n"), (400, "0x1\r\na\r\n"),
    (400, "1 \r\na\r\n"), (400, "1\na\n"), (400, "1\r\nab\r\n"), (400, "2\r\na\r\n0\r\n\r\n"),
    (400, "1;\(String(repeating: "e", count: 5000))\r\n"),
    (400, String(repeating: "1;\(String(repeating: "e", count: 100))\r\na\r\n", count: 50)),
    (400, "0\r\n\(String(repeating: "T: t\r\n", count: 1500))\r\n"),
    (400, "fffffffffffffffffffff\r\n"),
    (413, "3e9\r\n"), (413, "3e8\r\n\(String(repeating: "a", count: 1000))\r\n1\r\n"),
    (413, "fffffffffffffff\r\n"),
  ]

  @Test("broken chunks are refused", arguments: Self.badChunks)
  func chunks(status: Int, body: String) async throws {
    try await expectRefusal(
      status, of: "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\(body)")
  }

  private static let long = String(repeating: "a", count: 2000)

  @Test(
    "a head over the limit is refused before it ends",
    arguments: [
      (414, "GET /\(long) HTTP/1.1\r\nHost: h\r\n\r\n"), (414, "GET /\(long)"),
      (431, "GET / HTTP/1.1\r\nHost: h\r\nA: \(long)\r\n\r\n"),
      (431, "GET / HTTP/1.1\r\nHost: h\r\nA: \(long)"),
      (431, "GET / HTTP/1.1\r\nHost: h\r\n\(String(repeating: "A: b\r\n", count: 120))\r\n"),
    ])
  func oversizeHead(status: Int, request: String) async throws {
    try await expectRefusal(status, of: request)
  }

  @Test("a body longer than Content-Length is read as the next request, and refused")
  func longerThanDeclared() async throws {
    try await withServer { port in
      let statuses = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nabcdef\r\n\r\n")
        return (0..<2).map { _ in client.response(after: &received)?.status }
      }
      #expect(statuses == [200, 400])
    }
  }

  @Test("a body shorter than Content-Length is refused when the client stops sending")
  func shorterThanDeclared() async throws {
    try await withServer { port in
      let status = try await onThread {
        let client = try RawClient(port: port)
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\nabc")
        client.finishSending()
        return client.response()?.status
      }
      #expect(status == 400)
    }
  }

  @Test("a client sees 413 even while it is still sending ten megabytes")
  func answerSurvivesSending() async throws {
    try await withServer { port in
      let (sent, response) = try await onThread {
        let client = try RawClient(port: port)
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 10000000\r\n\r\n")
        let sent = client.send([UInt8](repeating: 97, count: 10_000_000))
        return (sent, client.response())
      }
      #expect(sent == 10_000_000)
      #expect(response?.status == 413)
    }
  }

  private func expectRefusal(_ status: Int, of request: String) async throws {
    try await withServer(configure: {
      $0.headBytesMax = 1024
      $0.bodyBytesMax = 1000
    }) { port in
      let (response, isClosed) = try await onThread {
        let client = try RawClient(port: port)
        client.send(request)
        return (client.response(), client.isClosedByServer())
      }
      #expect(response?.status == status)
      #expect(response?.fields["content-type"] == "application/problem+json")
      #expect(response?.fields["connection"] == "close")
      #expect(response?.text.contains("\"status\":\(status)") == true)
      #expect(isClosed)
    }
  }
}
