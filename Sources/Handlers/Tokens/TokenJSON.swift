import FoundationEssentials

/// The JSON of the two halves of a token. The one file of this module that knows a JSON library.
enum TokenJSON {
  struct Header: Decodable {
    let alg: String
    let typ: String?
    /// Present in any form: extensions the header calls critical, none of which exist here.
    let hasCritical: Bool

    private enum Key: String, CodingKey { case alg, typ, crit }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      alg = try fields.decode(String.self, forKey: .alg)
      typ = fields.contains(.typ) ? try fields.decode(String.self, forKey: .typ) : nil
      hasCritical = fields.contains(.crit)
    }
  }

  struct Payload: Decodable {
    let claims: TokenClaims
    let notBefore: Int64?
    let hasAudience: Bool

    fileprivate enum Key: String, CodingKey { case iss, sub, iat, exp, jti, nbf, aud }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      claims = TokenClaims(
        issuer: try fields.decode(String.self, forKey: .iss),
        subject: try fields.decode(String.self, forKey: .sub),
        issuedAt: try fields.decode(Int64.self, forKey: .iat),
        expiresAt: try fields.decode(Int64.self, forKey: .exp),
        id: try fields.decode(String.self, forKey: .jti))
      notBefore = fields.contains(.nbf) ? try fields.decode(Int64.self, forKey: .nbf) : nil
      hasAudience = fields.contains(.aud)
    }
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(bytes))
  }

  static func encode(_ claims: TokenClaims) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(WrittenPayload(claims))).map(Array.init)
  }

  private struct WrittenPayload: Encodable {
    let iss, sub, jti: String
    let iat, exp: Int64

    init(_ claims: TokenClaims) {
      iss = claims.issuer
      sub = claims.subject
      jti = claims.id
      iat = claims.issuedAt
      exp = claims.expiresAt
    }
  }
}
