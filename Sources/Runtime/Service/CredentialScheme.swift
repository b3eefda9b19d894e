import HTTPTypes

/// A way to show a credential in `Authorization`, and what a contract makes of it.
public enum CredentialScheme<Credential> {
  /// RFC 6750, section 2.1.
  case bearer((_ token: String) -> Credential)
  /// RFC 7617.
  case basic((_ username: String, _ password: String) -> Credential)

  /// The credential, if the field is of this scheme.
  func credential(_ authorization: Authorization) -> Credential? {
    switch (self, authorization) {
    case (.bearer(let make), .bearer(let token)): make(token)
    case (.basic(let make), .basic(let username, let password)): make(username, password)
    default: nil
    }
  }

  /// For `WWW-Authenticate` (RFC 9110, section 11.6.1).
  ///
  /// - Parameter isRefused: whether a credential was shown (RFC 6750, section 3.1).
  func challenge(realm: String, isRefused: Bool) -> String {
    switch self {
    case .bearer: "Bearer realm=\"\(realm)\"\(isRefused ? ", error=\"invalid_token\"" : "")"
    case .basic: "Basic realm=\"\(realm)\", charset=\"UTF-8\""
    }
  }
}

extension RoutedRequest {
  /// Whom the request's credential stands for.
  ///
  /// Throws the answer 401, with a challenge for each scheme, when there is no credential of these
  /// schemes; and what `AuthenticationError` says when the closure throws one.
  ///
  /// - Parameter realm: visible ASCII without quotes and backslashes.
  public func authenticate<Credential, Principal: Sendable>(
    _ schemes: [CredentialScheme<Credential>], realm: String,
    _ check: (Credential) async throws -> Principal
  ) async throws -> Principal {
    let authorization = Authorization(request.headerFields.value(.authorization))
    var shown: Credential?
    for scheme in schemes where shown == nil { shown = scheme.credential(authorization) }
    guard let credential = shown else {
      throw Refusal.unauthenticated(nil, schemes, realm, isRefused: authorization == .malformed)
    }
    do {
      return try await check(credential)
    } catch let error as AuthenticationError {
      throw Refusal(error, schemes, realm)
    }
  }

  /// As `authenticate`, but nil when the request has no `Authorization` at all.
  public func authenticateIfShown<Credential, Principal: Sendable>(
    _ schemes: [CredentialScheme<Credential>], realm: String,
    _ check: (Credential) async throws -> Principal
  ) async throws -> Principal? {
    guard request.headerFields[.authorization] != nil else { return nil }
    return try await authenticate(schemes, realm: realm, check)
  }
}

extension Refusal {
  fileprivate init<Credential>(
    _ error: AuthenticationError, _ schemes: [CredentialScheme<Credential>], _ realm: String
  ) {
    switch error {
    case .unauthenticated(let detail):
      self = .unauthenticated(detail, schemes, realm, isRefused: true)
    case .forbidden(let detail): self.init(403, "Forbidden", detail: detail)
    case .unavailable(let time): self = .unavailable(retryAfter: time)
    }
  }

  fileprivate static func unauthenticated<Credential>(
    _ detail: String?, _ schemes: [CredentialScheme<Credential>], _ realm: String, isRefused: Bool
  ) -> Refusal {
    var refusal = Refusal(
      401, "Unauthorized",
      detail: detail
        ?? (isRefused ? "The credential is not valid." : "This operation needs a credential."))
    for scheme in schemes {
      let challenge = scheme.challenge(realm: realm, isRefused: isRefused)
      refusal.headerFields.append(.init(name: .wwwAuthenticate, value: challenge))
    }
    return refusal
  }
}
