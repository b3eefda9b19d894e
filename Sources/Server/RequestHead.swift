import HTTPTypes

/// A request line and header section, read and checked (RFC 9112, sections 2 to 6).
struct RequestHead {
  var method: HTTPRequest.Method
  var target: RequestTarget
  var fields: HTTPFields
  var framing: BodyFraming
  /// Whether another request may follow on the connection.
  var keepsAlive: Bool
  /// HTTP/1.0 clients must be told when a connection stays open.
  var isHTTP10: Bool
  /// Whether the client waits for 100 (Continue) before it sends the body.
  var awaitsContinue: Bool
  /// The client's `X-Request-Id`, if it is well-formed.
  var requestID: String?
}

enum RequestTarget: Equatable {
  /// A path and, after `?`, a query. An absolute form is reduced to this.
  case origin(String)
  /// The server itself: `OPTIONS *`.
  case asterisk
}

/// Where the body ends (RFC 9112, section 6.3).
enum BodyFraming: Equatable {
  case none
  case length(Int)
  case chunked
}
