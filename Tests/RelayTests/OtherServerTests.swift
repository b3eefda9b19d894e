import AccordRuntime
import HTTPTypes
import ServiceWiring
import Testing
import UserAPI

@testable import contract_relay

/// User's relay before a server that is not User.
@Suite("Relays to other servers") struct OtherServerTests {
  private let problem = #"{"title": "Theirs", "status": 400}"#

  private func canned(
    _ status: HTTPResponse.Status, _ type: String, _ body: String, _ fields: HTTPFields = [:]
  ) -> Canned {
    var fields = fields
    fields[.contentType] = type
    return Canned(
      ServerResponse(status: status, headerFields: fields, body: Array(body.utf8)))
  }

  private func read(from server: Canned) async -> ServerResponse {
    await relay(to: .user, server).respond(
      to: .init(.get, "/api/v1/user/a~b", [.authorization: "Bearer anything"]))
  }

  @Test("a credential goes on as it came, and its refusal comes back as it is")
  func credential() async {
    let server = canned(
      .unauthorized, "application/problem+json", problem,
      [.wwwAuthenticate: "Bearer realm=\"Theirs\""])
    let answer = await read(from: server)
    #expect(await server.requests.map { $0.headerFields[.authorization] } == ["Bearer anything"])
    #expect(answer.status == .unauthorized)
    #expect(answer.headerFields[.wwwAuthenticate] == "Bearer realm=\"Theirs\"")
    #expect(answer.text.contains("Theirs"))
  }

  @Test("without a credential the other server is not asked")
  func noCredential() async {
    let server = canned(.ok, "application/json", "{}")
    let answer = await relay(to: .user, server).respond(to: .init(.get, "/api/v1/user/u"))
    #expect(answer.status == .unauthorized)
    #expect(await server.requests.isEmpty)
  }

  @Test("a request is made once, and the time until the next comes back")
  func noRetry() async {
    let server = canned(
      .serviceUnavailable, "application/problem+json", problem, [.retryAfter: "7"])
    let answer = await read(from: server)
    #expect(answer.status == .serviceUnavailable && answer.headerFields[.retryAfter] == "7")
    #expect(await server.requests.count == 1)
  }

  @Test(
    "an answer that the contract does not document is a 500, and its cause the answer",
    arguments: [
      (418, "application/problem+json"), (403, "application/problem+json"), (200, "text/html"),
      (404, "application/json"),
    ])
  func undocumented(_ status: Int, _ type: String) async throws {
    let answer = await read(from: canned(.init(code: status), type, problem))
    #expect(answer.status == .internalServerError && !answer.text.contains("Theirs"))
    let cause = try #require(answer.cause as? UnexpectedResponse)
    #expect(cause.response.status == status)
    #expect(cause.description.hasPrefix("expected a documented response, got undocumented("))
  }

  @Test(
    "an answer that breaks the contract is a 500, and its cause what it breaks",
    arguments: [
      (200, "application/json", "{}"), (401, "application/problem+json", #"{"status": 401}"#),
      (200, "application/json", "<User/>"),
    ])
  func invalid(_ status: Int, _ type: String, _ body: String) async throws {
    let answer = await read(from: canned(.init(code: status), type, body))
    #expect(answer.status == .internalServerError)
    let cause = try #require(answer.cause as? ClientError)
    guard case .invalidResponse(let response) = cause else {
      Issue.record("\(cause)")
      return
    }
    #expect(response.operationID == "getUser" && response.response.statusCode == status)
  }

  @Test("the other server answers in the context of the request")
  func context() async {
    let server = canned(.ok, "text/html", "")
    await RequestContext.$current.withValue(RequestContext(requestID: "r-1")) {
      _ = await relay(to: .user, server).respond(to: .init(.get, "/"))
    }
    #expect(await server.requestID == "r-1")
  }
}
