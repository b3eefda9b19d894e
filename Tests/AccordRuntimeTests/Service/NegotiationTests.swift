import HTTPTypes
import Testing

@testable import AccordRuntime

private let offered = ["application/json", "application/xml", "text/plain"]

@Suite("Negotiation") struct NegotiationTests {
  @Test(
    "the answer's type is the one that Accept rates highest, the first of equals",
    arguments: [
      (nil, "application/json"), ("*/*", "application/json"), ("", "application/json"),
      ("application/xml", "application/xml"), ("APPLICATION/XML", "application/xml"),
      ("text/*", "text/plain"), ("application/*", "application/json"),
      ("application/xml, application/json", "application/json"),
      ("application/json;q=0.5, application/xml", "application/xml"),
      ("*/*;q=0.1, text/plain", "text/plain"), ("application/json;q=0, */*", "application/xml"),
      ("application/*;q=0, */*", "text/plain"), ("text/html, */*;q=0.8", "application/json"),
      ("application/xml; charset=\"a,b\"; q=0.9 , image/png", "application/xml"),
      ("nonsense", "application/json"), ("nonsense, text/plain", "text/plain"),
      ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
      ("application/json;q=0x1p-1, text/plain;q=0.001", "text/plain"),
      ("application/json;q=0.9999, text/plain;q=0.999", "text/plain"),
      ("application/json;q=1.001, text/plain;q=0.1", "text/plain"),
      ("application/json;q=-1, text/plain", "text/plain"),
      ("application/xml;q=1.000, text/plain;q=1.", "application/xml"),
      ("text/plain;q=0.25, application/xml;Q=0.3", "application/xml"),
      ("application/json;v=2;q=0.1, application/json, text/plain;q=0.5", "application/json"),
      ("application/json;v=2, text/plain;q=0.5", "application/json"),
    ])
  func accept(header: String?, expected: String) {
    #expect(Accept.choose(from: offered, by: header) == expected)
  }

  @Test(
    "a type that is not offered, or is rated zero, is not acceptable",
    arguments: [
      "image/png", "application/json;q=0, application/xml;q=0, text/plain;q=0", "*/*;q=0",
      "text/html",
    ])
  func notAcceptable(header: String) {
    #expect(throws: Refusal.self) { try request([.accept: header]).answerType(offered) }
  }

  @Test(
    "the body's type is what Content-Type says, without regard to case and parameters",
    arguments: [
      (nil, "application/json"), ("application/json", "application/json"),
      ("Application/XML", "application/xml"),
      ("application/json; charset=utf-8", "application/json"),
      ("application/json;charset=\"UTF-8\"", "application/json"),
      ("application/xml ; version=1;charset=Us-Ascii", "application/xml"),
    ])
  func contentType(header: String?, expected: String) throws {
    let fields: HTTPFields = header.map { [.contentType: $0] } ?? [:]
    #expect(try request(fields).bodyType(offered) == expected)
  }

  @Test(
    "any other type or encoding is refused, with those that are understood",
    arguments: [
      "text/html", "application/json; charset=latin1", "application", "", "application/json; =",
      "application/json, text/html", "application/*",
    ])
  func unsupported(header: String) {
    let refusal = #expect(throws: Refusal.self) {
      try request([.contentType: header]).bodyType(offered)
    }
    let response = refusal?.response(target: "/")
    #expect(response?.status == .unsupportedMediaType)
    #expect(response?.headerFields[.accept] == offered.joined(separator: ", "))
  }

  @Test("a body with a content coding is refused: it would be taken for what it is not")
  func contentCoding() throws {
    let fields: HTTPFields = [.contentType: "application/json", .contentEncoding: "gzip"]
    let refusal = #expect(throws: Refusal.self) { try request(fields).bodyType(offered) }
    let response = refusal?.response(target: "/")
    #expect(response?.status == .unsupportedMediaType)
    #expect(response?.headerFields[.acceptEncoding] == "identity")
    let plain: HTTPFields = [.contentType: "application/json", .contentEncoding: "Identity"]
    #expect(try request(plain).bodyType(offered) == "application/json")
  }

  @Test("a body without a type is refused: guessing could take a form for JSON")
  func untyped() {
    let refusal = #expect(throws: Refusal.self) {
      try request([:], body: Array("{}".utf8)).bodyType(offered)
    }
    #expect(refusal?.response(target: "/").status == .unsupportedMediaType)
  }

  private func request(_ fields: HTTPFields, body: [UInt8] = []) -> RoutedRequest {
    RoutedRequest(ServerRequest(method: .get, target: "/", headerFields: fields, body: body), [])
  }
}
