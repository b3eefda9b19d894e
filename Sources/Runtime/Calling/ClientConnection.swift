/// What a generated client sends its calls through.
public struct ClientConnection: Sendable {
  private let baseURL: String
  private let transport: any ClientTransport
  private let middleware: [any ClientMiddleware]
  private let timeout: Duration?

  /// - Parameters:
  ///   - baseURL: where the contract's paths begin, such as `https://api.example.org/v1`; slashes
  ///     at its end are ignored.
  ///   - middleware: the first sees a request first, and its response last.
  ///   - timeout: the longest one attempt may take; nil leaves it to the transport.
  public init(
    baseURL: String, transport: any ClientTransport, middleware: [any ClientMiddleware],
    timeout: Duration?
  ) {
    var baseURL = baseURL[...]
    while baseURL.last == "/" { baseURL.removeLast() }
    self.baseURL = String(baseURL)
    self.transport = transport
    self.middleware = middleware
    self.timeout = timeout
  }

  public func send(_ call: ClientCall) async throws(ClientError) -> ReceivedResponse {
    let request = try call.request(baseURL: baseURL, timeout: timeout)
    do {
      let response = try await pass(request, through: middleware[...])
      return ReceivedResponse(response, operationID: call.operationID)
    } catch {
      throw .transport(error, operationID: call.operationID)
    }
  }

  private func pass(
    _ request: ClientRequest, through steps: ArraySlice<any ClientMiddleware>
  ) async throws(TransportError) -> ClientResponse {
    guard let step = steps.first else { return try await transport.send(request) }
    return try await step.intercept(request) { request async throws(TransportError) in
      try await pass(request, through: steps.dropFirst())
    }
  }
}
