/// Why a service does not accept a credential.
public enum AuthenticationError: Error, Sendable, Hashable {
  /// The credential stands for nobody: unknown, forged, expired or revoked. Answered 401.
  case unauthenticated(String? = nil)
  /// The credential stands for somebody who may not do this. Answered 403.
  case forbidden(String? = nil)
  /// The credential cannot be checked at the moment. Answered 503; the time is that until another
  /// try is worthwhile, in whole seconds.
  case unavailable(retryAfter: Duration)
}
