public import HTTPTypes

/// One HTTP request as a server hands it to generated code: the head and the whole body.
public struct ServerRequest: Sendable {
  public var method: HTTPRequest.Method
  /// The request target as received, in origin form: path, then `?` and query if there is one,
  /// both still percent-encoded (RFC 9112, section 3.2.1).
  public var target: String
  public var headerFields: HTTPFields
  /// The content, already de-chunked; empty when the request has none.
  public var body: [UInt8]

  public init(
    method: HTTPRequest.Method, target: String, headerFields: HTTPFields = [:], body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.headerFields = headerFields
    self.body = body
  }
}
