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

  /// The title is the status's own, as RFC 9457 asks for when the type says no more.
  var response: ServerResponse {
    let problem = ProblemDetails(
      title: status.reasonPhrase, status: status.code, detail: detail.description)
    return ServerResponse(
      status: status, headerFields: [.contentType: ProblemDetails.contentType],
      body: JSONWriter.encode(problem))
  }
}

/// Text written in this module's source: nothing that a client sent can become it.
struct StaticText: ExpressibleByStringLiteral, Equatable, CustomStringConvertible {
  let description: String

  init(stringLiteral value: StaticString) {
    description = value.description
  }
}
