import AccordRuntime
import Testing

@testable import Tokens

@Suite("Login contexts")
struct TokenIssuerTests {
  private let now: Int64 = 1_800_000_000
  private let key = SigningKey.random()
  private var issuer: TokenIssuer { TokenIssuer(name: "user-service", key: key) }

  private func claims(_ subject: String = "u-1", lifetimeSeconds: Int64 = 3600) -> TokenClaims {
    issuer.claims(for: subject, now: now, lifetimeSeconds: lifetimeSeconds)
  }

  @Test(
    "what is signed is verified, whatever the subject",
    arguments: ["u-1", "", "a\"b\\c/d", "😀\u{0}\u{2028}", "e\u{301}"])
  func roundTrip(_ subject: String) throws {
    let claims = claims(subject)
    let verified = try issuer.verify(issuer.sign(claims), now: now)
    #expect(verified == claims)
    #expect(Array(verified.subject.utf8) == Array(subject.utf8))
  }

  @Test("every login has an id of its own")
  func identifiers() {
    let ids = (0..<1000).map { _ in claims().id }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.utf8.count == 22 })
  }

  @Test("a token is good until the second before it expires")
  func expiry() throws {
    let token = try issuer.sign(claims(lifetimeSeconds: 10))
    #expect(throws: Never.self) { try issuer.verify(token, now: now + 9) }
    #expect(throws: TokenError.expired) { try issuer.verify(token, now: now + 10) }
    #expect(throws: TokenError.expired) { try issuer.verify(token, now: .max) }
  }

  @Test("a token from the future is refused beyond the leeway")
  func issuedAhead() throws {
    let token = try issuer.sign(claims())
    #expect(throws: Never.self) { try issuer.verify(token, now: now - 30) }
    #expect(throws: TokenError.notYetValid) { try issuer.verify(token, now: now - 31) }
    #expect(throws: TokenError.notYetValid) { try issuer.verify(token, now: .min) }
  }

  @Test("a token with every byte changed, in every bit, is refused")
  func tampering() throws {
    let token = Array(try issuer.sign(claims()).utf8)
    for index in token.indices {
      for bit in 0..<8 {
        var changed = token
        changed[index] ^= 1 << UInt8(bit)
        let text = String(decoding: changed, as: UTF8.self)
        #expect(throws: TokenError.self, "byte \(index), bit \(bit)") {
          try issuer.verify(text, now: now)
        }
      }
    }
  }

  @Test("another key, another issuer, a cut or an extended token are refused")
  func strangers() throws {
    let token = try issuer.sign(claims())
    let other = TokenIssuer(name: "user-service", key: .random())
    #expect(throws: TokenError.badSignature) { try other.verify(token, now: now) }
    let renamed = TokenIssuer(name: "music-service", key: key)
    #expect(throws: TokenError.wrongIssuer) { try renamed.verify(token, now: now) }
    for count in 0..<token.utf8.count {
      #expect(throws: TokenError.self) { try issuer.verify(String(token.prefix(count)), now: now) }
    }
    for suffix in ["A", "=", ".", ".x", " ", "\n", "\u{0}"] {
      #expect(throws: TokenError.self) { try issuer.verify(token + suffix, now: now) }
    }
  }

  @Test(
    "a header other than plain HS256 is refused though its signature is right",
    arguments: [
      #"{"alg":"none"}"#, #"{"alg":"RS256"}"#, #"{"alg":"HS512"}"#, #"{"alg":"hs256"}"#,
      #"{"alg":"HS256","typ":"JWE"}"#, #"{"alg":"HS256","crit":["exp"]}"#,
      #"{"alg":"HS256","crit":null}"#,
    ])
  func headers(_ header: String) throws {
    let payload = #"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999,"jti":"j"}"#
    #expect(throws: TokenError.unsupportedHeader) {
      try issuer.verify(signed(header, payload), now: now)
    }
  }

  @Test("a header without typ is accepted, and claims unknown here are ignored")
  func plainHeader() throws {
    let payload = #"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999,"jti":"j","x":[1]}"#
    let claims = try issuer.verify(signed(#"{"alg":"HS256"}"#, payload), now: now)
    #expect(claims.subject == "u")
  }

  @Test(
    "a rightly signed payload without exactly the claims needed is refused",
    arguments: [
      (#"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999}"#, TokenError.malformed),
      (#"{"iss":"user-service","sub":"u","iat":1,"jti":"j"}"#, .malformed),
      (#"{"iss":"user-service","sub":"u","iat":1,"exp":"9999999999","jti":"j"}"#, .malformed),
      (#"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999.5,"jti":"j"}"#, .malformed),
      (#"{"iss":"user-service","sub":7,"iat":1,"exp":9999999999,"jti":"j"}"#, .malformed),
      (
        #"{"iss":"user-service","sub":"u","iat":1,"exp":99999999999999999999,"jti":"j"}"#,
        .malformed
      ),
      (#"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999,"jti":"j""#, .malformed),
      (#"["iss"]"#, .malformed),
      (
        #"{"iss":"user-service","sub":"u","iat":1,"exp":1,"exp":9999999999,"jti":"j"}"#, .malformed
      ),
      (
        #"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999,"jti":"j","aud":"x"}"#,
        .wrongAudience
      ),
      (
        #"{"iss":"user-service","sub":"u","iat":1,"exp":9999999999,"jti":"j","nbf":9999999998}"#,
        .notYetValid
      ),
    ])
  func payloads(_ payload: String, _ error: TokenError) throws {
    #expect(throws: error) { try issuer.verify(signed(#"{"alg":"HS256"}"#, payload), now: now) }
  }

  @Test("nothing longer than 4 KiB is issued or read")
  func length() throws {
    #expect(throws: TokenError.self) {
      try issuer.sign(claims(String(repeating: "x", count: 4000)))
    }
    let long = String(repeating: "x", count: 4097)
    #expect(throws: TokenError.tooLong(bytes: 4097)) { try issuer.verify(long, now: now) }
  }

  private func signed(_ header: String, _ payload: String) throws -> String {
    let text = [header, payload].map { Base64.url.encode(Array($0.utf8)) }.joined(separator: [0x2E])
    let tag = try #require(HMACSHA256.tag(of: Array(text), key: key.secret))
    return String(decoding: Array(text) + [0x2E] + Base64.url.encode(tag), as: UTF8.self)
  }
}
