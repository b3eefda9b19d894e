import HTTPTypes

/// Hands a client's requests to a server in the same process, without a network: for tests.
public struct InProcessTransport: ClientTransport {
  private let responder: any Responder

  public init(_ responder: any Responder) {
    self.responder = responder
  }

  /// Whatever the URL's host is, the request goes to the responder. A timeout is not kept.
  public func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
    guard !Task.isCancelled else { throw .cancelled }
    let response = await responder.respond(
      to: ServerRequest(
        method: request.method, target: Self.target(of: request.url),
        headerFields: request.headerFields, body: request.body ?? []))
    return ClientResponse(
      status: response.status, headerFields: response.headerFields,
      body: request.method == .head ? [] : response.body)
  }

  /// What follows scheme and host: path and query, without a fragment.
  private static func target(of url: String) -> String {
    var rest = url.prefix { $0 != "#" }
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
    }
    return rest.first == "/" ? String(rest) : "/\(rest)"
  }
}
