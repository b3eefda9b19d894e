import AccordRuntime
import HTTPTypes
import Logging
import Metrics
import MetricsTestKit
import NIOCore
import Testing

@testable import AccordServer

@Suite(.timeLimit(.minutes(5)))
struct ReportTests {
  private struct Broken: Error, CustomStringConvertible {
    let description = "the disk is full"
  }

  @Test("a request is logged with its id and without its query, its fields and its body")
  func accessLine() async throws {
    let lines = LogLines()
    let responder = ClosureResponder { _ in
      ServerResponse(status: .created, body: Array("secret3".utf8), operationID: "putUser")
    }
    try await withServer(responder, logger: lines.logger(level: .info)) { port in
      let answer = try await exchange(
        """
        PUT /user/1?token=secret1 HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer secret2\r\n\
        X-Request-Id: abc-1\r\nContent-Length: 7\r\n\r\nsecret4
        """, port: port)
      #expect(answer?.fields["x-request-id"] == "abc-1")
      #expect(try await eventually { !lines.all.isEmpty })
    }
    #expect(!lines.all.contains { $0.contains("secret") })
    let answered = lines.all.filter { $0.contains(" answered ") }
    let line = try #require(answered.first)
    #expect(answered.count == 1)
    #expect(line.hasPrefix("info answered method=PUT milliseconds="))
    #expect(line.hasSuffix("operation=putUser path=/user/1 request_id=abc-1 status=201"))
  }

  @Test("why a request failed is logged and not sent")
  func cause() async throws {
    let lines = LogLines()
    let responder = ClosureResponder { _ in
      ServerResponse(status: .internalServerError, operationID: "getUser", cause: Broken())
    }
    try await withServer(responder, logger: lines.logger(level: .error)) { port in
      let answer = try await exchange(
        "GET / HTTP/1.1\r\nHost: h\r\nX-Request-Id: abc-2\r\n\r\n", port: port)
      #expect(answer?.status == 500)
      #expect(answer?.body == [])
      #expect(try await eventually { !lines.all.isEmpty })
    }
    let line = try #require(lines.all.first)
    #expect(line.hasPrefix("error failed error=the disk is full error_type="))
    #expect(line.contains("Broken method=GET operation=getUser path=/ request_id=abc-2"))
  }

  @Test("what was cancelled, because its client left, is no error in the log")
  func cancelled() async throws {
    let lines = LogLines()
    let causes: [any Error] = [
      CancellationError(), ClientError.transport(.cancelled, operationID: "readObject"),
    ]
    for cause in causes {
      let responder = ClosureResponder { _ in
        ServerResponse(status: .internalServerError, operationID: "getUser", cause: cause)
      }
      try await withServer(responder, logger: lines.logger(level: .debug)) { port in
        _ = try await exchange("GET / HTTP/1.1\r\nHost: h\r\n\r\n", port: port)
        #expect(try await eventually { lines.all.contains { $0.hasPrefix("info answered") } })
      }
    }
    #expect(lines.all.filter { $0.hasPrefix("debug cancelled") }.count == 2)
    #expect(!lines.all.contains { $0.hasPrefix("error") })
  }

  @Test(
    "a request id that is not well-formed is replaced, and each request has another",
    arguments: [
      "", "a b", "é", String(repeating: "a", count: 129),
    ])
  func requestIDs(id: String) async throws {
    let responder = ClosureResponder { _ in
      ServerResponse(status: .ok, body: Array((RequestContext.current?.requestID ?? "").utf8))
    }
    try await withServer(responder) { port in
      let answers = try await onThread {
        let client = try RawClient(port: port)
        var received: [UInt8] = []
        return (0..<100).map { _ in
          client.send("GET / HTTP/1.1\r\nHost: h\r\nX-Request-Id: \(id)\r\n\r\n")
          return client.response(after: &received)
        }
      }
      let ids = answers.compactMap { $0?.fields["x-request-id"] }
      #expect(Set(ids).count == 100)
      #expect(ids.allSatisfy { $0.utf8.count == 15 })
      #expect(answers.compactMap { $0?.text } == ids)
    }
  }

  @Test("the longest well-formed request id is kept")
  func longestID() async throws {
    let id = String(repeating: "~", count: 128)
    try await withServer { port in
      let answer = try await exchange(
        "GET / HTTP/1.1\r\nHost: h\r\nX-Request-Id: \(id)\r\n\r\n", port: port)
      #expect(answer?.fields["x-request-id"] == id)
    }
  }

  @Test("requests are counted and timed by operation and status")
  func metrics() throws {
    let metrics = TestMetrics()
    let report = RequestReport(logger: .silent, metrics: metrics)
    let request = ServerRequest(method: .get, target: "/")
    for status in [200, 200, 404] {
      let response = ServerResponse(status: .init(code: status), operationID: "getUser")
      report.answered(request, id: "1", with: response, since: report.start)
    }
    let dimensions = [("operation", "getUser"), ("status", "200")]
    let counter = try metrics.expectCounter("http_server_requests_total", dimensions)
    #expect(counter.values == [1, 1])
    let timer = try metrics.expectTimer("http_server_request_duration", dimensions)
    #expect(timer.values.count == 2)
  }

  @Test("without metrics or a log nothing is timed")
  func quiet() {
    #expect(RequestReport(logger: .silent, metrics: NOOPMetricsHandler.instance).start == nil)
  }
}
