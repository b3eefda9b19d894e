import HTTPTypes
import Testing

@testable import AccordRuntime

private enum Operation: String, Sendable {
  case index, users, user, createUser, me, remove, file, report, deep, accented, prefixed, spaced
}

private let router = Router<Operation>([
  Route("GET", "/", .index), Route("GET", "/users", .users), Route("POST", "/users", .createUser),
  Route("GET", "/users/{id}", .user), Route("DELETE", "/users/{id}", .remove),
  Route("GET", "/users/me", .me), Route("GET", "/files/{name}.{extension}", .file),
  Route("GET", "/files/report-{year}", .report), Route("GET", "/a/{b}/c/{d}", .deep),
  Route("HEAD", "/a/{b}/c/{d}", .accented), Route("GET", "/caf%C3%A9", .accented),
  Route("GET", "/ä{x}", .prefixed), Route("GET", "/{a}%20é-{b} é", .spaced),
])

private func answer(_ method: String, _ target: String) async -> ServerResponse {
  let method = HTTPRequest.Method(rawValue: method) ?? .get
  return await router.respond(to: ServerRequest(method: method, target: target)) {
    operation, request in
    .text(200, ([operation.rawValue] + request.captures).joined(separator: "|"))
  }
}

@Suite("Router") struct RouterTests {
  @Test("a segment of several parameters costs no more than its length")
  func hostileSegment() {
    let router = Router<Operation>([Route("GET", "/{a}-{b}-{c}-{d}.x", .file)])
    let dashes = String(repeating: "-", count: 600)
    func match(_ target: String) -> [String]? {
      let request = ServerRequest(method: .get, target: target)
      guard case .route(_, let captures) = router.match(request) else { return nil }
      return captures
    }
    #expect(match("/\(dashes)") == nil)
    #expect(match("/\(dashes).x") == ["-", "-", "-", String(dashes.dropFirst(6))])
  }

  @Test(
    "a request finds its operation and what its path says",
    arguments: [
      ("GET", "/", "index"), ("GET", "/?a=b", "index"), ("GET", "/users", "users"),
      ("GET", "/users/", "users"), ("POST", "/users", "createUser"), ("GET", "/users/7", "user|7"),
      ("GET", "/users/7/?x", "user|7"), ("GET", "/users/me", "me"),
      ("DELETE", "/users/you", "remove|you"), ("GET", "/users/%6De", "me"),
      ("GET", "/users/a%2Fb", "user|a/b"), ("GET", "/users/a+b%20%C3%A9", "user|a+b é"),
      ("GET", "/users/%252e", "user|%2e"), ("GET", "/users/..", "user|.."),
      ("GET", "/files/a.b", "file|a|b"), ("GET", "/files/a.b.c", "file|a|b.c"),
      ("GET", "/files/..x", "file|.|x"), ("GET", "/files/report-2026", "report|2026"),
      ("GET", "/a/1/c/2", "deep|1|2"), ("HEAD", "/a/1/c/2", "accented|1|2"),
      ("HEAD", "/users", "users"), ("GET", "/caf%c3%a9", "accented"),
      ("GET", "/%C3%A41", "prefixed|1"), ("GET", "/ä%31%2F", "prefixed|1/"),
      ("GET", "/files/a%2Eb", "file|a|b"), ("GET", "/files/%2Ex%2E%2e", "file|.x|."),
      ("GET", "/files/r%65port%2D2026", "report|2026"),
      ("GET", "/%20%20%C3%A9%2D%20%20%c3%a9", "spaced| | "),
    ])
  func match(method: String, target: String, expected: String) async {
    let response = await answer(method, target)
    #expect(response.status == .ok)
    #expect(String(decoding: response.body, as: UTF8.self) == expected)
  }

  @Test(
    "a path that no route has is not found",
    arguments: [
      "/nothing", "//", "/users//", "/users/7/x", "/a//c/2", "/a/1/c", "users", "", "*",
      "/files/.b", "/files/a.", "/files/report-", "/Users", "/%C3%A4", "/ã1",
      "/files/%2E.", "/files/a%252Eb", "/users%2F7",
    ])
  func notFound(target: String) async {
    #expect(await answer("GET", target).status == .notFound)
  }

  @Test(
    "a path that lacks the method says which it has",
    arguments: [
      ("PUT", "/users", "GET, HEAD, POST"), ("PUT", "/users/7", "DELETE, GET, HEAD"),
      ("DELETE", "/users/me", "GET, HEAD"), ("PUT", "/users/%6De", "GET, HEAD"),
      ("TRACE", "/", "GET, HEAD"), ("get", "/", "GET, HEAD"),
    ])
  func notAllowed(method: String, target: String, allow: String) async {
    let response = await answer(method, target)
    #expect(response.status == .methodNotAllowed)
    #expect(response.headerFields[.allow] == allow)
    #expect(response.headerFields[.contentType] == "application/problem+json")
  }

  @Test(
    "a path that is not percent-encoded UTF-8 is a bad request",
    arguments: ["/users/%", "/users/%4", "/users/%zz", "/users/%ff", "/users/%C3", "/%"])
  func badPath(target: String) async {
    #expect(await answer("GET", target).status == .badRequest)
  }

  @Test("an answer carries the operation's name, and an error's cause stays inside")
  func failure() async {
    struct Secret: Error {}
    let request = ServerRequest(method: .get, target: "/users?q=secret")
    let response = await router.respond(to: request) { _, _ in throw Secret() }
    #expect(response.status == .internalServerError)
    #expect(response.operationID == "users")
    #expect(response.cause is Secret)
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(!body.lowercased().contains("secret"))
    #expect(body.contains("\"instance\":\"/users\""))
  }

  @Test(
    "a problem's instance is a URI reference, whatever the path was",
    arguments: [
      ("/nope\"<>{}|^`\\[]", "/nope%22%3C%3E%7B%7D%7C%5E%60%5C%5B%5D"), ("/%zz/%4", "/%25zz/%254"),
      ("/a%20b;c=d,e@f:g!$&'()*+", "/a%20b;c=d,e@f:g!$&'()*+"), ("/é", "/%C3%A9"),
    ])
  func instance(path: String, expected: String) async {
    let request = ServerRequest(method: .get, target: "\(path)?q")
    let response = await router.respond(to: request) { _, _ in throw CancellationError() }
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(body.contains("\"instance\":\"\(expected)\""), "\(body)")
  }

  @Test("a thousand routes are told apart")
  func many() async {
    let many = Router<Number>(
      (0..<1000).map { Route("GET", "/group\($0 % 10)/item\($0)/{id}", Number(rawValue: "\($0)")) })
    for number in stride(from: 0, to: 1000, by: 37) {
      let request = ServerRequest(
        method: .get, target: "/group\(number % 10)/item\(number)/x")
      let response = await many.respond(to: request) { .text(200, $0.rawValue + $1.captures[0]) }
      #expect(String(decoding: response.body, as: UTF8.self) == "\(number)x")
    }
  }

  private struct Number: RawRepresentable, Sendable { let rawValue: String }
}
