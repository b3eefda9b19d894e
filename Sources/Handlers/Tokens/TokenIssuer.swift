import AccordRuntime

/// Signs and verifies login contexts: JWTs (RFC 7519) in JWS compact form (RFC 7515 §7.1), HS256.
///
/// The algorithm is pinned: a header naming any other is refused before a signature is computed.
/// Time comes from the caller, in whole seconds since 1970. `exp` has no leeway; `iat` and `nbf`
/// may lie up to `leewaySeconds` ahead, because the clocks of two services are never quite equal.
public struct TokenIssuer: Sendable {
  public static let tokenBytesMax = 4096
  public static let leewaySeconds: Int64 = 30

  /// `iss` of what is issued, and the only `iss` accepted.
  public let name: String
  private let key: SigningKey

  public init(name: String, key: SigningKey) {
    self.name = name
    self.key = key
  }

  /// Claims of a new login, with an `id` of 128 random bits.
  /// - Parameter lifetimeSeconds: at least 1 to be of use; the sum saturates instead of trapping.
  public func claims(for subject: String, now: Int64, lifetimeSeconds: Int64) -> TokenClaims {
    TokenClaims(
      issuer: name, subject: subject, issuedAt: now,
      expiresAt: now.addingSaturated(lifetimeSeconds),
      id: String(decoding: Base64.url.encode(RandomBytes.make(count: 16)), as: UTF8.self))
  }

  /// The compact form of `claims`; throws `tooLong` or `signingFailed`.
  public func sign(_ claims: TokenClaims) throws(TokenError) -> String {
    let payload = TokenJSON.encode(claims)
    let header = Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8)
    let signed = Base64.url.encode(header) + [Self.dot] + Base64.url.encode(payload)
    guard let tag = HMACSHA256.tag(of: signed, key: key.secret) else { throw .signingFailed }
    let token = signed + [Self.dot] + Base64.url.encode(tag)
    guard token.count <= Self.tokenBytesMax else { throw .tooLong(bytes: token.count) }
    return String(decoding: token, as: UTF8.self)
  }

  /// The claims of a token that this issuer's key signed and that is valid at `now`.
  /// Revocation is not known here: look `id` up where logoffs are kept.
  public func verify(_ token: String, now: Int64) throws(TokenError) -> TokenClaims {
    let parts = try Self.split(token)
    try Self.checkHeader(parts[0])
    try checkSignature(parts)
    guard let json = Base64.url.decode(parts[1]),
      let payload = TokenJSON.decode(TokenJSON.Payload.self, from: json)
    else { throw .malformed }
    try check(payload, now: now)
    return payload.claims
  }

  private static let dot = UInt8(ascii: ".")

  private static func split(_ token: String) throws(TokenError) -> [ArraySlice<UInt8>] {
    let bytes = token.utf8
    guard bytes.count <= tokenBytesMax else { throw .tooLong(bytes: bytes.count) }
    let parts = Array(bytes).split(separator: dot, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .malformed }
    return parts
  }

  private static func checkHeader(_ part: ArraySlice<UInt8>) throws(TokenError) {
    guard let json = Base64.url.decode(part),
      let header = TokenJSON.decode(TokenJSON.Header.self, from: json)
    else { throw .malformed }
    // RFC 7519 §5.1 recommends upper case but does not require it.
    let typeMatches = header.typ.map { $0.uppercased() == "JWT" } ?? true
    guard header.alg == "HS256", typeMatches, !header.hasCritical else {
      throw .unsupportedHeader
    }
  }

  private func checkSignature(_ parts: [ArraySlice<UInt8>]) throws(TokenError) {
    guard let claimed = Base64.url.decode(parts[2]) else { throw .malformed }
    let signed = Array(parts[0]) + [Self.dot] + parts[1]
    guard let tag = HMACSHA256.tag(of: signed, key: key.secret) else { throw .signingFailed }
    guard HMACSHA256.constantTimeEqual(tag, claimed) else { throw .badSignature }
  }

  private func check(_ payload: TokenJSON.Payload, now: Int64) throws(TokenError) {
    let claims = payload.claims
    guard claims.issuer == name else { throw .wrongIssuer }
    guard !payload.hasAudience else { throw .wrongAudience }
    guard now < claims.expiresAt else { throw .expired }
    let horizon = now.addingSaturated(Self.leewaySeconds)
    guard claims.issuedAt <= horizon, (payload.notBefore ?? .min) <= horizon,
      claims.issuedAt < claims.expiresAt
    else { throw .notYetValid }
  }
}

extension Int64 {
  /// The sum, or the greatest number where that is less: what a time far ahead becomes.
  package func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, isOverflow) = addingReportingOverflow(other)
    return isOverflow ? .max : sum
  }
}
