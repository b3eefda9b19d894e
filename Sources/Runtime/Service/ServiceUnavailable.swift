import HTTPTypes

/// What a handler throws when something that it depends on does not answer, whatever the operation.
///
/// Answered 503 with `Retry-After` (RFC 9110, section 15.6.4); the cause goes to the log only.
public struct ServiceUnavailable: Error, Sendable {
  /// Until another try is worthwhile; sent in whole seconds, at least 1.
  public var retryAfter: Duration
  public var cause: any Error

  public init(retryAfter: Duration, cause: any Error) {
    self.retryAfter = retryAfter
    self.cause = cause
  }
}

extension Refusal {
  static func unavailable(retryAfter: Duration) -> Refusal {
    let seconds = max(1, retryAfter.components.seconds)
    return Refusal(
      503, "Service Unavailable", headerFields: [.retryAfter: String(seconds)])
  }
}
