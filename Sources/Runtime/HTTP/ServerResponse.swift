public import HTTPTypes

/// What generated code answers: status, header fields and the whole body.
///
/// The server adds `Content-Length`, `Date` and `X-Request-Id`; generated code sets the rest.
public struct ServerResponse: Sendable {
  public var status: HTTPResponse.Status
  public var headerFields: HTTPFields
  public var body: [UInt8]
  /// The operation that answered, for logs and metrics; nil when no operation matched.
  public var operationID: String?
  /// Why this is a 500: for the log, never for the client.
  public var cause: (any Error)?

  public init(
    status: HTTPResponse.Status, headerFields: HTTPFields = [:], body: [UInt8] = [],
    operationID: String? = nil, cause: (any Error)? = nil
  ) {
    self.status = status
    self.headerFields = headerFields
    self.body = body
    self.operationID = operationID
    self.cause = cause
  }
}
