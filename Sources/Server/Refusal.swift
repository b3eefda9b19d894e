import AccordRuntime
import HTTPTypes

/// A request that never reaches the responder: the status and the sentence of the answer.
///
/// After a refusal the connection closes, because where the next request starts is not certain.
struct Refusal: Error, Equatable {
  var status: HTTPResponse.Status
  /// Fixed text for the client: it holds nothing that the client sent.
  var detail: StaticText

  init(_ status: HTTPResponse.Status, _ detail: StaticText) {
    self.status = status
    self.detail = detail
  }

  static func malformed(_ detail: StaticText) -> Refusal { Refusal(.badRequest, detail) }

  static let bodyTooLarge = Refusal(
    .contentTooLarge, "The request body is larger than this server accepts.")
  static let targetTooLong = Refusal(
    .uriTooLong, "The request line is longer than this server accepts.")
  static let headTooLarge = Refusal(
    .requestHeaderFieldsTooLarge, "The request header is larger than this server accepts.")
  static let bodyEndedEarly = Refusal.malformed("The connection ended before the request did.")
  static let tooSlow = Refusal(.requestTimeout, "The request did not arrive in time.")

  var response: ServerResponse {
    ServerResponse(
      status: status, headerFields: [.contentType: "application/problem+json"], body: problem)
  }

  /// RFC 9457, with the type "about:blank": the title is the status's own.
  private var problem: [UInt8] {
    let text = """
      {"type":"about:blank","title":"\(status.reasonPhrase)","status":\(status.code),\
      "detail":"\(detail)"}
      """
    return Array(text.utf8)
  }
}

/// Text written in this module's source, so that it needs no escaping in JSON.
struct StaticText: ExpressibleByStringLiteral, Equatable, CustomStringConvertible {
  let description: String

  init(stringLiteral value: StaticString) {
    description = value.description
  }
}
