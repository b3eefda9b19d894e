import AccordRuntime
import AccordServer
import HTTPTypes
import Testing

/// Ordinary requests, over real sockets.
@Suite(.timeLimit(.minutes(5)))
struct MessageTests {
  @Test("a request reaches the responder whole and its answer reaches the client")
  func roundTrip() async throws {
    try await withServer { port in
      let answer = try await exchange(
        "PUT /a/b%20c?x=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello", port: port)
      let response = try #require(answer)
      #expect(response.status == 200)
      #expect(response.fields["x-seen"] == "PUT /a/b%20c?x=1")
      #expect(response.fields["content-length"] == "5")
      #expect(response.fields["date"]?.hasSuffix(" GMT") == true)
      #expect(response.fields["server"] == nil)
      #expect(response.text == "hello")
    }
  }

  @Test("header fields arrive in order, whatever their case, with their bytes kept")
  func fields() async throws {
    let responder = ClosureResponder { request in
      let names = request.headerFields.map { "\($0.name.canonicalName)=\($0.value)" }
      return ServerResponse(status: .ok, body: Array(names.joined(separator: "|").utf8))
    }
    try await withServer(responder) { port in
      let answer = try await exchange(
        "GET / HTTP/1.1\r\nhOST:h\r\nACCEPT: \t a, b \t\r\nx-own: é\r\nX-Own:\r\n\r\n", port: port)
      #expect(answer?.text == "host=h|accept=a, b|x-own=é|x-own=")
    }
  }

  @Test("pipelined requests are answered in order, also when the answers take their time")
  func pipelining() async throws {
    let responder = ClosureResponder { request in
      if request.target.hasSuffix("0") { try? await Task.sleep(for: .milliseconds(20)) }
      return await ClosureResponder.echo.respond(to: request)
    }
    try await withServer(responder) { port in
      let targets = try await onThread {
        let client = try RawClient(port: port)
        client.send((0..<50).map { "GET /\($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined())
        var received: [UInt8] = []
        return (0..<50).map { _ in client.response(after: &received)?.fields["x-seen"] }
      }
      #expect(targets == (0..<50).map { "GET /\($0)" })
    }
  }

  @Test("ten thousand pipelined requests neither overflow the stack nor pile up")
  func deepPipelining() async throws {
    try await withServer { port in
      let count = try await onThread {
        let client = try RawClient(port: port)
        let sender = Task {
          try await onThread {
            client.send(String(repeating: "GET / HTTP/1.1\r\nHost: h\r\n\r\n", count: 10_000))
          }
        }
        defer { sender.cancel() }
        var (received, count): ([UInt8], Int) = ([], 0)
        while count < 10_000, client.response(after: &received) != nil { count += 1 }
        return count
      }
      #expect(count == 10_000)
    }
  }

  @Test("a request may arrive in any number of pieces")
  func pieces() async throws {
    let request = """
      PUT /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\
      3;note=1\r\nabc\r\n2 \t;note\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n
      """
    try await withServer { port in
      let texts = try await onThread {
        let client = try RawClient(port: port)
        var (received, texts): ([UInt8], [String?]) = ([], [])
        for split in 1..<request.utf8.count {
          client.send(Array(request.utf8.prefix(split)))
          client.send(Array(request.utf8.dropFirst(split)))
          texts.append(client.response(after: &received)?.text)
        }
        for byte in request.utf8 { client.send([byte]) }
        texts.append(client.response(after: &received)?.text)
        return texts
      }
      #expect(texts.count == request.utf8.count)
      #expect(texts.allSatisfy { $0 == "abcde" })
    }
  }

  @Test("HEAD gets the header of GET and no body, and the connection goes on")
  func head() async throws {
    let responder = ClosureResponder { _ in ServerResponse(status: .ok, body: [1, 2, 3]) }
    try await withServer(responder) { port in
      let (head, get) = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n")
        let head = client.response(to: "HEAD", after: &received)
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        return (head, client.response(after: &received))
      }
      #expect(head?.fields["content-length"] == "3")
      #expect(get?.body == [1, 2, 3])
    }
  }

  @Test("a status without content is sent without a body or its length", arguments: [204, 304])
  func noContent(code: Int) async throws {
    let responder = ClosureResponder { _ in ServerResponse(status: .init(code: code), body: [1]) }
    try await withServer(responder) { port in
      let statuses = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        return (0..<2).map { _ in
          client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
          let response = client.response(after: &received)
          return response?.fields["content-length"] == nil ? response?.status : nil
        }
      }
      #expect(statuses == [code, code])
    }
  }

  @Test("the connection closes when the client's version or Connection field says so")
  func closing() async throws {
    try await withServer { port in
      for request in [
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: Close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, close\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
      ] {
        let (connection, closed) = try await onThread {
          let client = try RawClient(port: port)
          client.send(request)
          return (client.response()?.fields["connection"], client.isClosedByServer())
        }
        #expect(connection == "close" && closed, "\(request)")
      }
    }
  }

  @Test("an HTTP/1.0 client that asks for it keeps its connection")
  func keepAlive10() async throws {
    try await withServer { port in
      let connections = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        return (0..<2).map { _ in
          client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
          return client.response(after: &received)?.fields["connection"]
        }
      }
      #expect(connections == ["keep-alive", "keep-alive"])
    }
  }

  @Test(
    "an absolute target is reduced to its path and query",
    arguments: [
      ("GET http://h/a?b", "GET /a?b"), ("GET HTTPS://h:1", "GET /"), ("GET http://h?q", "GET /?q"),
    ])
  func absoluteForm(line: String, seen: String) async throws {
    try await withServer { port in
      let answer = try await exchange("\(line) HTTP/1.1\r\nHost: h\r\n\r\n", port: port)
      #expect(answer?.fields["x-seen"] == seen)
    }
  }

  @Test("OPTIONS * is answered by the server itself")
  func asterisk() async throws {
    try await withServer { port in
      let answer = try await exchange("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", port: port)
      #expect(answer?.status == 204)
      #expect(answer?.fields["x-seen"] == nil)
    }
  }

  @Test("a client that expects 100-continue gets it, and then the answer")
  func continues() async throws {
    try await withServer { port in
      let answers = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        client.send(
          "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n")
        let first = client.response(after: &received)?.status
        client.send("ok")
        return (first, client.response(after: &received)?.text)
      }
      #expect(answers.0 == 100)
      #expect(answers.1 == "ok")
    }
  }

  @Test("a body of exactly the limit is accepted, declared or chunked")
  func bodyAtLimit() async throws {
    try await withServer(configure: { $0.bodyBytesMax = 100_000 }) { port in
      let body = String(repeating: "x", count: 100_000)
      let declared = "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n\(body)"
      let chunked =
        "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n186A0\r\n\(body)\r\n0\r\n\r\n"
      for request in [declared, chunked] {
        let answer = try await exchange(request, port: port)
        #expect(answer?.body.count == 100_000)
      }
    }
  }
}
