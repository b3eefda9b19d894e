import HTTPTypes
import Testing

@testable import AccordRuntime

@Suite("Calling") struct ClientTests {
  @Test("values in a path are encoded so that they stay one segment")
  func path() throws {
    let id = "a/b?c#d é%.~"
    let path: RequestPath = "/users/\(id)/\(7)/\(["x,y", "z"])"
    #expect(path.text == "/users/a%2Fb%3Fc%23d%20%C3%A9%25.~/7/x%2Cy,z")
    #expect(path.fault == nil)
  }

  @Test("a path's own text is encoded where a URL cannot hold it, and its escapes stay as they are")
  func literals() {
    let constant: RequestPath = "/m/ä [1]/caf%C3%A9/a-b_c~d!$&'()*+,;=:@"
    #expect(constant.text == "/m/%C3%A4%20%5B1%5D/caf%C3%A9/a-b_c~d!$&'()*+,;=:@")
    let mixed: RequestPath = "/k/a b\("ö")%2F"
    #expect(mixed.text == "/k/a%20b%C3%B6%2F")
  }

  @Test("a value that would make it another path is refused", arguments: ["", ".", ".."])
  func faults(value: String) {
    let call = ClientCall("op", "GET", "/users/\(value)")
    #expect(throws: ClientError.self) { try call.request(baseURL: "http://x", timeout: nil) }
  }

  @Test("a user name with a colon would be read as another one, and is refused")
  func colon() throws {
    var call = ClientCall("op", "GET", "/users")
    call.authorize(username: "a:b", password: "c")
    let error = #expect(throws: ClientError.self) {
      try call.request(baseURL: "http://x", timeout: nil)
    }
    guard case .invalidInput = error else {
      Issue.record("\(error.map { "\($0)" } ?? "sent")")
      return
    }
    call.authorize(username: "a", password: "b:c")
    #expect(try call.request(baseURL: "http://x", timeout: nil).headerFields.count == 1)
  }

  @Test("elements that would make it another path are refused", arguments: ["", ".", ".."])
  func faultyElements(value: String) {
    let path: RequestPath = "/users/\([value])"
    #expect(path.fault != nil)
  }

  @Test("a query has a pair for each value, and none for nil")
  func query() throws {
    var call = ClientCall("op", "GET", "/users")
    call.query("a b", "c&d=é+")
    call.query("none", String?.none)
    call.query("list", [1, 2])
    call.query("flag", true)
    let request = try call.request(baseURL: "http://x/v1", timeout: nil)
    #expect(request.url == "http://x/v1/users?a%20b=c%26d%3D%C3%A9%2B&list=1&list=2&flag=true")
  }

  @Test("what a client writes, a server reads")
  func roundTrip() throws {
    let value = (0..<128).compactMap { Unicode.Scalar($0) }.reduce(into: "é€😀") {
      $0.unicodeScalars.append($1)
    }
    var call = ClientCall("op", "GET", "/a/\(value)")
    call.query("q", value)
    let url = try call.request(baseURL: "", timeout: nil).url
    let router = Router<Name>([Route("GET", "/a/{b}", Name(rawValue: "op"))])
    guard case .route(_, let captures) = router.match(ServerRequest(method: .get, target: url))
    else {
      Issue.record("no route for \(url)")
      return
    }
    #expect(captures == [value])
    var reader = RequestReader(RoutedRequest(ServerRequest(method: .get, target: url), captures))
    #expect(reader.string("q", in: .query) == value)
  }

  @Test("middleware sees a request from first to last, and its response from last to first")
  func middleware() async throws {
    let connection = ClientConnection(
      baseURL: "http://x//", transport: InProcessTransport(Echo()),
      middleware: [Tag(name: "a"), Tag(name: "b")], timeout: nil)
    let received = try await connection.send(ClientCall("op", "GET", "/p"))
    #expect(try received.text() == "/p?ab")
    #expect(received.response.headerFields[.server] == "ba")
  }

  @Test("a response that breaks the contract says where")
  func invalid() throws {
    let response = ClientResponse(
      status: .ok, headerFields: [.contentType: "application/json; charset=utf-8"],
      body: Array("[1,true]".utf8))
    let received = ReceivedResponse(response, operationID: "op")
    #expect(received.isContent("application/json"))
    let error = #expect(throws: ClientError.self) { try received.json([Int].self) }
    #expect(error.map { "\($0)" }?.contains("'/1' must be an integer") == true)
    #expect(throws: ClientError.self) { try received.requiredHeader("Location") { $0.string() } }
    #expect(try received.header("Location") { $0.string() } == nil)
  }

  private struct Name: RawRepresentable, Sendable { let rawValue: String }

  private struct Echo: Responder {
    func respond(to request: ServerRequest) async -> ServerResponse { .text(200, request.target) }
  }

  private struct Tag: ClientMiddleware {
    let name: String

    func intercept(
      _ request: ClientRequest,
      next: @Sendable (ClientRequest) async throws(TransportError) -> ClientResponse
    ) async throws(TransportError) -> ClientResponse {
      var request = request
      request.url += request.url.contains("?") ? name : "?\(name)"
      var response = try await next(request)
      response.headerFields[.server] = (response.headerFields[.server] ?? "") + name
      return response
    }
  }
}
