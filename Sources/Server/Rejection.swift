import AccordRuntime
import HTTPTypes

/// A request that never reaches the responder: the status and the sentence of the answer.
///
/// After a rejection the connection closes, because where the next request starts is not certain.
struct Rejection: Error, Equatable {
  var status: HTTPResponse.Status
  /// Fixed text for the client: it holds nothing that the client sent.
  var detail: StaticText

  init(_ status: HTTPResponse.Status, _ detail: StaticText) {
    self.status = status
    self.detail = detail
  }

  static func malformed(_ detail: StaticText) -> Rejection { Rejection(.badRequest, detail) }

  static let bodyTooLarge = Rejection(
    .contentTooLarge, "The request body is larger than this server accepts.")
  static let targetTooLong = Rejection(
    .uriTooLong, "The request line is longer than this server accepts.")
  static let headTooLarge = Rejection(
    .requestHeaderFieldsTooLarge, "The request header is larger than this server accepts.")
  static let bodyEndedEarly = Rejection.malformed("The connection ended before the request did.")
  static let tooSlow = Rejection(.requestTimeout, "The request did not arrive in time.")

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
