import HTTPTypes

/// Header fields made once, for the media types that nearly every answer has.
enum ContentFields {
  static let json: HTTPFields = [.contentType: "application/json"]
  static let problem: HTTPFields = [.contentType: ProblemDetails.contentType]
  static let xml: HTTPFields = [.contentType: "application/xml"]
  static let text: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
  static let html: HTTPFields = [.contentType: "text/html; charset=utf-8"]

  /// Text says its encoding, because some clients take it for another otherwise.
  static func of(_ mediaType: String) -> HTTPFields {
    switch mediaType {
    case "application/json": json
    case ProblemDetails.contentType: problem
    case "application/xml": xml
    case "text/plain": text
    case "text/html": html
    default:
      [.contentType: mediaType.hasPrefix("text/") ? "\(mediaType); charset=utf-8" : mediaType]
    }
  }
}
