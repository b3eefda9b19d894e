import AccordRuntime
import HTTPTypes
import Testing

import enum TortureAPI.DeleteIt
import enum TortureAPI.Default
import struct TortureAPI.Members
import struct TortureAPI.TortureClient

@Suite("Responses as a client gets them") struct ResponseTests {
  /// Answers the same whatever is asked.
  private struct Canned: ClientTransport {
    let status: HTTPResponse.Status
    let type: String?
    let body: String

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
      var fields: HTTPFields = [:]
      fields[.contentType] = type
      return ClientResponse(status: status, headerFields: fields, body: Array(body.utf8))
    }
  }

  private func answer(
    _ status: HTTPResponse.Status, _ type: String?, _ body: String
  ) async throws(ClientError) -> Default.Response {
    let transport = Canned(status: status, type: type, body: body)
    let client = TortureClient(baseURL: "http://torture.test", transport: transport)
    return try await client.default(.init(body: Members(quotationMark: "")))
  }

  @Test("an answer that the contract does not document arrives as it came")
  func undocumented() async throws {
    for (status, type) in [
      (418, "application/json"), (200, "text/html"), (400, "application/json"),
    ] {
      let answer = try await answer(.init(code: status), type, "{}")
      #expect(answer.status == status)
      guard case .undocumented(let response) = answer else {
        Issue.record("\(status) \(type) was taken for a documented answer")
        continue
      }
      #expect(response.status.code == status && response.body == Array("{}".utf8))
    }
  }

  @Test("the shortcut to the body throws the answer when it is another")
  func shortcut() async throws {
    let answer = try await answer(.badRequest, "application/problem+json", #"{"status":400}"#)
    guard case .badRequest(let problem) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(problem.status == 400 && answer.status == 400)
    #expect(throws: UnexpectedResponse.self) { try answer.ok }
  }

  @Test("a documented answer that breaks the contract is an error that says where")
  func invalid() async throws {
    let error = await #expect(throws: ClientError.self) {
      try await answer(.ok, "application/json", #"{"\"":1}"#)
    }
    guard case .invalidResponse(let invalid) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(invalid.violations.map(\.pointer) == ["/\""])
  }

  @Test("an answer without a body is a case of its own")
  func noContent() async throws {
    guard case .noContent = try await Torture.client.deleteIt() else {
      Issue.record("not 204")
      return
    }
  }

  @Test("where only errors have several media types, Accept chooses among them and refuses nobody")
  func errorTypes() async throws {
    for (accept, type) in [
      (nil, "application/json"), ("application/xml", "application/xml"),
      ("image/png", "application/json"),
    ] {
      let answer = await Torture.post("", to: "/bare", accept: accept)
      #expect(answer.status == .badRequest && answer.headerFields[.contentType] == type)
    }
  }
}
