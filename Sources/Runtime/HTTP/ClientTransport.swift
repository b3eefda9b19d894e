public import HTTPTypes

/// One HTTP request as a generated client hands it to a transport.
public struct ClientRequest: Sendable {
  public var method: HTTPRequest.Method
  /// The absolute URL, percent-encoded: the client's base URL, the path and the query.
  public var url: String
  public var headerFields: HTTPFields
  /// The content to send; nil sends none, and an empty array sends `Content-Length: 0`.
  public var body: [UInt8]?
  /// The operation's `operationId`, for logs and metrics.
  public var operationID: String
  /// The longest one attempt may take, connecting included; nil leaves it to the transport.
  public var timeout: Duration?

  public init(
    method: HTTPRequest.Method, url: String, headerFields: HTTPFields = [:], body: [UInt8]? = nil,
    operationID: String, timeout: Duration? = nil
  ) {
    self.method = method
    self.url = url
    self.headerFields = headerFields
    self.body = body
    self.operationID = operationID
    self.timeout = timeout
  }
}

/// One HTTP response as a transport hands it to a generated client, whatever its status.
public struct ClientResponse: Sendable {
  public var status: HTTPResponse.Status
  public var headerFields: HTTPFields
  public var body: [UInt8]

  public init(status: HTTPResponse.Status, headerFields: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headerFields = headerFields
    self.body = body
  }

  /// The status as a number, for code that does not import HTTPTypes: 100…999, of which those from
  /// 600 on are invalid and mean what 500 does (RFC 9110, section 15).
  public var statusCode: Int { status.code }
}

/// Sends requests. Any status is a response; only what prevents one is an error.
public protocol ClientTransport: Sendable {
  func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse
}

/// Why no response came.
public enum TransportError: Error, Sendable, Hashable {
  /// The name did not resolve or the connection was refused: the request was not sent.
  case notConnected(String)
  /// The connection broke after the request, or part of it, was sent.
  case interrupted(String)
  /// No whole response within the attempt's time.
  case timedOut
  /// The calling task was cancelled.
  case cancelled
  /// The request cannot be sent as it is: a malformed URL or header, or a refused scheme.
  case invalidRequest(String)
  /// The response is larger than the transport accepts; the limit in bytes.
  case responseTooLarge(limit: Int)
}

/// A step between a generated client and its transport: it may change the request, send it again,
/// or change the response.
public protocol ClientMiddleware: Sendable {
  func intercept(
    _ request: ClientRequest,
    next: @Sendable (ClientRequest) async throws(TransportError) -> ClientResponse
  ) async throws(TransportError) -> ClientResponse
}
