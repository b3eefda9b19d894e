import Foundation
import Oracles
import Testing

@testable import Tokens

/// Tokens exchanged with PyJWT, an implementation that shares nothing with ours.
@Suite("PyJWT", .serialized)
struct PyJWTTests {
  private static let secret = "0123456789abcdef0123456789abcdef"
  private let now = Int64(Date().timeIntervalSince1970)

  private func issuer() throws -> TokenIssuer {
    TokenIssuer(name: "user-service", key: try SigningKey(text: Self.secret))
  }

  @Test("PyJWT accepts what we sign and reads the same claims")
  func accepted() throws {
    guard let python = Python.find(importing: "jwt") else { return }
    let claims = try issuer().claims(for: "u-\"é😀", now: now, lifetimeSeconds: 60)
    let answer = try python.output(of: Self.verifier, [issuer().sign(claims), Self.secret])
    #expect(answer == "\(claims.subject)|\(now)|\(now + 60)|\(claims.id)")
  }

  @Test("PyJWT refuses what we signed long ago, and what was changed since")
  func refused() throws {
    guard let python = Python.find(importing: "jwt") else { return }
    let old = try issuer().claims(for: "u", now: now - 100, lifetimeSeconds: 60)
    let expired = try issuer().sign(old)
    #expect(
      try python.output(of: Self.verifier, [expired, Self.secret]) == "ExpiredSignatureError")
    var token = try issuer().sign(issuer().claims(for: "u", now: now, lifetimeSeconds: 60))
    token = String(token.dropLast(2)) + (token.hasSuffix("AA") ? "BA" : "AA")
    #expect(try python.output(of: Self.verifier, [token, Self.secret]) == "InvalidSignatureError")
  }

  @Test("we accept what PyJWT signs, and refuse its expired, unsigned and otherwise signed tokens")
  func reverse() throws {
    guard let python = Python.find(importing: "jwt") else { return }
    let output = try python.output(of: Self.signer, [Self.secret, "\(now)"])
    let tokens = output.split(separator: "\n").map(String.init)
    try #require(tokens.count == 6)
    let claims = try issuer().verify(tokens[0], now: now)
    #expect(claims.subject == "u-é" && claims.id == "j" && claims.expiresAt == now + 60)
    let errors: [TokenError] = [
      .expired, .unsupportedHeader, .unsupportedHeader, .badSignature, .wrongIssuer,
    ]
    for (token, error) in zip(tokens.dropFirst(), errors) {
      #expect(throws: error) { try issuer().verify(token, now: now) }
    }
  }

  private static let verifier = """
    import jwt, sys
    try:
        c = jwt.decode(sys.argv[1], sys.argv[2], algorithms=["HS256"], issuer="user-service",
                       options={"require": ["exp", "iat", "iss", "sub", "jti"]})
        print(c["sub"], c["iat"], c["exp"], c["jti"], sep="|")
    except jwt.PyJWTError as error:
        print(type(error).__name__)
    """

  private static let signer = """
    import jwt, sys
    secret, now = sys.argv[1], int(sys.argv[2])
    c = {"iss": "user-service", "sub": "u-é", "iat": now, "exp": now + 60, "jti": "j"}
    print(jwt.encode(c, secret, algorithm="HS256"))
    print(jwt.encode({**c, "exp": now - 1, "iat": now - 9}, secret, algorithm="HS256"))
    print(jwt.encode(c, None, algorithm="none"))
    print(jwt.encode(c, secret * 2, algorithm="HS512"))
    print(jwt.encode(c, "x" + secret, algorithm="HS256"))
    print(jwt.encode({**c, "iss": "other"}, secret, algorithm="HS256"))
    """
}
