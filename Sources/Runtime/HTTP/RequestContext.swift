/// What accompanies a request through handlers and on to the services they call.
public struct RequestContext: Sendable {
  /// Tells one request apart in every log it touches: 1 to 128 visible ASCII characters, taken
  /// from `X-Request-Id` when the client sent a well-formed one.
  public var requestID: String

  public init(requestID: String) {
    self.requestID = requestID
  }

  /// The request that the current task answers; nil outside of one.
  @TaskLocal public static var current: RequestContext?
}
