import AccordRuntime
public import DatastoreAPI
public import Tokens

/// Login contexts: issued, checked and revoked.
///
/// A login context is good by its signature; one that was logged off is known to Datastore, where
/// every service looks, until it has expired by every clock.
public struct Sessions: Sendable {
  /// How long Datastore knows of a login context beyond its expiry, in seconds: the clock by which
  /// Datastore forgets may be ahead of the one by which a service takes the login context as good.
  public static let clockMarginSeconds: Int64 = 300
  private let issuer: TokenIssuer
  private let datastore: DatastoreClient
  private let lifetimeSeconds: Int64
  private let now: @Sendable () -> Int64

  /// - Parameters:
  ///   - lifetimeSeconds: how long a login context is good for, at least 1.
  ///   - now: seconds since 1970.
  public init(
    issuer: TokenIssuer, datastore: DatastoreClient, lifetimeSeconds: Int64,
    now: @escaping @Sendable () -> Int64
  ) {
    self.issuer = issuer
    self.datastore = datastore
    self.lifetimeSeconds = lifetimeSeconds
    self.now = now
  }

  /// A new login context for a user.
  public func open(for userID: String) throws(TokenError) -> String {
    try issuer.sign(issuer.claims(for: userID, now: now(), lifetimeSeconds: lifetimeSeconds))
  }

  /// What a login context says, if it is valid and not logged off.
  ///
  /// Throws `AuthenticationError` when it is not, and `ServiceUnavailable` when Datastore, which
  /// knows what is logged off, does not answer.
  public func claims(of token: String) async throws -> TokenClaims {
    let claims = try verify(token)
    let revocation = try await datastore.reaching {
      try await $0.readObject(.init(objtype: .session, objkey: claims.id))
    }
    // Datastore takes every identifier that was ever issued, so this one was not.
    if case .badRequest = revocation { throw Self.invalid }
    guard try revocation.ok.items.isEmpty else {
      throw AuthenticationError.unauthenticated("The login context is logged off.")
    }
    return claims
  }

  /// Logs a login context off; false when it was not valid any more.
  public func close(_ token: String) async throws -> Bool {
    guard let claims = try? verify(token) else { return false }
    let session = SessionWriteRequest(
      sessionID: claims.id, subject: claims.subject,
      expiresAt: Int(claims.expiresAt.addingSaturated(Self.clockMarginSeconds)))
    let input = WriteObject.Input(body: .session(session))
    switch try await datastore.reaching({ try await $0.writeObject(input) }) {
    case .created: return true
    case .conflict, .badRequest: return false
    case let other: throw UnexpectedResponse(expected: "created", other)
    }
  }

  private func verify(_ token: String) throws(AuthenticationError) -> TokenClaims {
    do {
      return try issuer.verify(token, now: now())
    } catch {
      throw Self.invalid
    }
  }

  private static var invalid: AuthenticationError {
    .unauthenticated("The login context is not valid.")
  }
}
