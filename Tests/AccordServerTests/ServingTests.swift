import AccordRuntime
import Testing

@testable import AccordServer

@Suite("Serving") struct ServingTests {
  private struct Reason: Error {}

  @Test("a responder serves while a closure runs, and no longer")
  func serveWhile() async throws {
    let port = try await ClosureResponder.echo.serve { baseURL in
      let port = try #require(Int(baseURL.dropFirst("http://127.0.0.1:".count)))
      let response = try await exchange("GET /pets HTTP/1.1\r\nHost: a\r\n\r\n", port: port)
      #expect(response?.status == 200)
      return port
    }
    await #expect(throws: (any Error).self) {
      _ = try await onThread { try RawClient(port: port) }
    }
  }

  @Test("what the closure throws is thrown when the server has stopped")
  func closureThrows() async throws {
    await #expect(throws: Reason.self) {
      try await ClosureResponder.echo.serve { _ in throw Reason() }
    }
  }

  @Test("the closure does not run when the address cannot be bound")
  func addressTaken() async throws {
    try await ClosureResponder.echo.serve { baseURL in
      let port = try #require(Int(baseURL.dropFirst("http://127.0.0.1:".count)))
      await #expect(throws: ServerConfigurationError.self) {
        try await ClosureResponder.echo.serve(ServerConfiguration(port: port)) { _ in
          Issue.record("the closure ran")
        }
      }
    }
    await #expect(throws: ServerConfigurationError.portOutOfRange(65_536)) {
      try await ClosureResponder.echo.serve(ServerConfiguration(port: 65_536)) { _ in }
    }
  }

  @Test("the URL of an IPv6 address has it in brackets")
  func ipv6() {
    #expect(ServerConfiguration(host: "::1").baseURL(port: 80) == "http://[::1]:80")
  }
}
