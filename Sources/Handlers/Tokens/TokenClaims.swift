/// What a login context says: the registered claims of RFC 7519 §4.1 that this system uses.
public struct TokenClaims: Sendable, Equatable {
  /// `iss`: the service that signed.
  public let issuer: String
  /// `sub`: the user who logged in.
  public let subject: String
  /// `iat`: when it was signed, in whole seconds since 1970 (NumericDate).
  public let issuedAt: Int64
  /// `exp`: the first second at which it is no longer accepted.
  public let expiresAt: Int64
  /// `jti`: unlike any other token's; what a logoff revokes.
  public let id: String

  public init(issuer: String, subject: String, issuedAt: Int64, expiresAt: Int64, id: String) {
    self.issuer = issuer
    self.subject = subject
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.id = id
  }
}

/// Why a token is refused. For logs: a caller should learn only that it was.
public enum TokenError: Error, Sendable, Equatable {
  /// More than `TokenIssuer.tokenBytesMax` bytes, arriving or about to be issued.
  case tooLong(bytes: Int)
  /// Not three base64url parts that hold JSON objects with the claims this system requires.
  case malformed
  /// A header whose `alg` is not HS256, whose `typ` is not JWT, or which has `crit`.
  case unsupportedHeader
  /// Signed with another key, or changed after signing.
  case badSignature
  case wrongIssuer
  case expired
  /// `iat` or `nbf` lies further ahead than the leeway, or `exp` does not follow `iat`.
  case notYetValid
  /// Meant for an audience (`aud`), which this system has none of (RFC 7519 §4.1.3).
  case wrongAudience
  /// libcrypto could not compute the signature.
  case signingFailed
}
