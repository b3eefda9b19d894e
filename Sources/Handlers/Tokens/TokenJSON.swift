import AccordRuntime

/// The JSON of the two halves of a token. A member that comes twice, or is not of its kind, makes
/// the whole unreadable; members unknown here are skipped, as RFC 7519 §4 asks.
enum TokenJSON {
  static func decode<Value: JSONDecodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    if case .value(let value) = JSONReader.decode(type, from: bytes) { value } else { nil }
  }

  static func encode(_ claims: TokenClaims) -> [UInt8] {
    JSONWriter.encode { json in
      json.beginObject()
      json.write("iss", claims.issuer)
      json.write("sub", claims.subject)
      json.write("iat", Int(claims.issuedAt))
      json.write("exp", Int(claims.expiresAt))
      json.write("jti", claims.id)
      json.endObject()
    }
  }
}

extension TokenJSON {
  struct Header: JSONDecodable {
    let alg: String
    let typ: String?
    /// Present in any form: extensions the header calls critical, none of which exist here.
    let hasCritical: Bool

    static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Header? {
      guard try json.beginObject() else { return nil }
      var alg: String?
      var typ: String?
      var critical: JSONValue?
      while let key = try json.nextKey() {
        switch key {
        case "alg": try json.read(&alg, StringRules())
        case "typ": try json.read(&typ, StringRules())
        case "crit": try json.read(&critical)
        default: try json.skipMember()
        }
      }
      guard let alg else {
        json.require("alg", false)
        return nil
      }
      return Header(alg: alg, typ: typ, hasCritical: critical != nil)
    }
  }

  struct Payload: JSONDecodable {
    let claims: TokenClaims
    let notBefore: Int64?
    let hasAudience: Bool

    static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Payload? {
      guard try json.beginObject() else { return nil }
      var iss, sub, jti: String?
      var iat, exp, nbf: Int?
      var audience: JSONValue?
      while let key = try json.nextKey() {
        switch key {
        case "iss": try json.read(&iss, StringRules())
        case "sub": try json.read(&sub, StringRules())
        case "jti": try json.read(&jti, StringRules())
        case "iat": try json.read(&iat, IntegerRules())
        case "exp": try json.read(&exp, IntegerRules())
        case "nbf": try json.read(&nbf, IntegerRules())
        case "aud": try json.read(&audience)
        default: try json.skipMember()
        }
      }
      guard let iss, let sub, let iat, let exp, let jti else {
        json.require("iss", iss != nil)
        json.require("sub", sub != nil)
        json.require("iat", iat != nil)
        json.require("exp", exp != nil)
        json.require("jti", jti != nil)
        return nil
      }
      let claims = TokenClaims(
        issuer: iss, subject: sub, issuedAt: Int64(iat), expiresAt: Int64(exp), id: jti)
      return Payload(
        claims: claims, notBefore: nbf.map(Int64.init), hasAudience: audience != nil)
    }
  }
}
