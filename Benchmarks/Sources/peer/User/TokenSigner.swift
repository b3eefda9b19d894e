import Crypto
import FoundationEssentials

/// The claims of a login context (RFC 7519, section 4.1); times are seconds since 1970.
struct LoginClaims: Codable {
  var iss: String
  var sub: String
  var iat: Int
  var exp: Int
  var jti: String
}

/// Signs and checks JSON Web Tokens with HMAC SHA-256, the only algorithm it knows.
struct TokenSigner: Sendable {
  let key: SymmetricKey
  private let header = Data(#"{"alg":"HS256","typ":"JWT"}"#.utf8).base64URL

  init(key: SymmetricKey) {
    self.key = key
  }

  func sign(_ claims: LoginClaims) throws -> String {
    let signed = try header + "." + JSONEncoder().encode(claims).base64URL
    let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)
    return signed + "." + Data(code).base64URL
  }

  /// The claims of a token that was signed with the key and has not expired; nil for any other.
  func claims(of token: Substring) throws -> LoginClaims? {
    let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let code = Data(base64URL: parts[2]) else { return nil }
    let signed = Data(token.utf8[..<parts[1].endIndex])
    guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key),
      Substring(parts[0]) == header, let payload = Data(base64URL: parts[1])
    else { return nil }
    let claims = try JSONDecoder().decode(LoginClaims.self, from: payload)
    return claims.exp > Int(Date().timeIntervalSince1970) ? claims : nil
  }
}

extension Data {
  /// Base 64 with the alphabet of RFC 4648, section 5, and no padding.
  var base64URL: String {
    var bytes = Array(base64EncodedData())
    while bytes.last == UInt8(ascii: "=") { bytes.removeLast() }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "+"): bytes[index] = UInt8(ascii: "-")
      case UInt8(ascii: "/"): bytes[index] = UInt8(ascii: "_")
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  init?(base64URL text: Substring.UTF8View) {
    var bytes = text.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
    self.init(base64Encoded: Data(bytes))
  }
}
