public import AccordRuntime
import HTTPTypes

/// Passes the request ID of the request being answered on to the services called for it, as
/// `X-Request-Id`. A request that has the field keeps it; outside of a request nothing is added.
public struct RequestIDMiddleware: ClientMiddleware {
  private static let field = HTTPField.Name("X-Request-Id")

  public init() {}

  public func intercept(
    _ request: ClientRequest,
    next: @Sendable (ClientRequest) async throws(TransportError) -> ClientResponse
  ) async throws(TransportError) -> ClientResponse {
    guard let context = RequestContext.current, let field = Self.field,
      request.headerFields[field] == nil
    else { return try await next(request) }
    var request = request
    request.headerFields[field] = context.requestID
    return try await next(request)
  }
}
