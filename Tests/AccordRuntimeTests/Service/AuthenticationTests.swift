import HTTPTypes
import Testing

@testable import AccordRuntime

private enum Credential: Sendable, Equatable {
  case token(token: String)
  case loader(username: String, password: String)
}

@Suite("Authentication") struct AuthenticationTests {
  @Test(
    "credentials are read strictly",
    arguments: [
      (nil, .absent), ("Bearer abc.d-e_f~+/==", .bearer(token: "abc.d-e_f~+/==")),
      ("bEaReR   x", .bearer(token: "x")), ("Bearer", .malformed), ("Bearer ", .malformed),
      ("Bearer a b", .malformed), ("Bearer a,b", .malformed), ("Bearer =", .malformed),
      ("Bearer é", .malformed), ("Digest a=b", .malformed), ("", .malformed),
      ("Basic YTpi", .basic(username: "a", password: "b")),
      ("basic YTpiOmM=", .basic(username: "a", password: "b:c")),
      ("Basic Og==", .basic(username: "", password: "")),
      ("Basic w6k6w6k=", .basic(username: "é", password: "é")),
      ("Basic YTrMgTpi", .basic(username: "a", password: "\u{301}:b")),
      ("Basic YWI=", .malformed), ("Basic YTpi=", .malformed), ("Basic YTpiOmM", .malformed),
      ("Basic YTpiOmN=", .malformed), ("Basic YTp i", .malformed), ("Basic /zr/", .malformed),
      ("Basic YQo6Yg==", .malformed), ("Basic ====", .malformed), ("Basic YTpi YTpi", .malformed),
    ] as [(String?, Authorization)])
  func reading(field: String?, expected: Authorization) {
    #expect(Authorization(field) == expected)
  }

  @Test("without a credential the challenges are bare; with a refused one Bearer says so")
  func challenges() async {
    let bare = await answer(nil)
    #expect(bare?.status == .unauthorized)
    #expect(
      bare?.headerFields[values: .wwwAuthenticate] == [
        "Bearer realm=\"Test\"", "Basic realm=\"Test\", charset=\"UTF-8\"",
      ])
    let refused = await answer("Bearer bad", throwing: .unauthenticated("It has expired."))
    #expect(
      refused?.headerFields[values: .wwwAuthenticate].first
        == "Bearer realm=\"Test\", error=\"invalid_token\"")
    #expect(refused.map { String(decoding: $0.body, as: UTF8.self) }?.contains("expired") == true)
  }

  @Test("who may not is 403, and what cannot be checked is 503 with a time")
  func otherErrors() async {
    #expect(await answer("Bearer x", throwing: .forbidden())?.status == .forbidden)
    let later = await answer("Bearer x", throwing: .unavailable(retryAfter: .milliseconds(10)))
    #expect(later?.status == .serviceUnavailable)
    #expect(later?.headerFields[.retryAfter] == "1")
  }

  @Test("a credential reaches the check as the contract's own")
  func credentials() async throws {
    let credential = try await request("Basic YTpi").authenticate(schemes, realm: "Test") { $0 }
    #expect(credential == .loader(username: "a", password: "b"))
  }

  @Test("optional authentication asks only who shows something")
  func optional() async throws {
    let nobody = try await request(nil).authenticateIfShown(schemes, realm: "Test") { $0 }
    #expect(nobody == nil)
    await #expect(throws: Refusal.self) {
      try await request("Digest x").authenticateIfShown(schemes, realm: "Test") { $0 }
    }
  }

  @Test("base64 reads back what it wrote, whatever the length")
  func base64() {
    for count in 0..<20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
      for base64 in [Base64.standard, .url] {
        #expect(base64.decode(base64.encode(bytes)) == bytes)
      }
    }
  }

  private var schemes: [CredentialScheme<Credential>] {
    [.bearer(Credential.token), .basic(Credential.loader)]
  }

  private func request(_ field: String?) -> RoutedRequest {
    let fields: HTTPFields = field.map { [.authorization: $0] } ?? [:]
    return RoutedRequest(ServerRequest(method: .get, target: "/", headerFields: fields), [])
  }

  private func answer(
    _ field: String?, throwing error: AuthenticationError = .unauthenticated()
  ) async -> ServerResponse? {
    do {
      try await request(field).authenticate(schemes, realm: "Test") { _ in throw error }
      return nil
    } catch {
      return .failure(error, target: "/")
    }
  }
}
