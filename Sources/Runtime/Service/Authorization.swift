/// The header field `Authorization` (RFC 9110, section 11.6.2).
enum Authorization: Equatable {
  case absent
  case bearer(token: String)
  case basic(username: String, password: String)
  /// There is a field, and it is of no scheme above or breaks its grammar.
  case malformed

  init(_ field: String?) {
    guard let field else {
      self = .absent
      return
    }
    let bytes = field.utf8
    guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else {
      self = .malformed
      return
    }
    let value = Substring(bytes[space...].drop { $0 == UInt8(ascii: " ") })
    if Self.isScheme(bytes[..<space], "bearer") {
      self = Self.bearer(value)
    } else {
      self = Self.isScheme(bytes[..<space], "basic") ? Self.basic(value) : .malformed
    }
  }

  /// Without regard to case (RFC 9110, section 11.1); the name is in lower case.
  private static func isScheme(_ text: Substring.UTF8View, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { name in
      text.count == name.count && zip(text, name).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  /// A `b64token` (RFC 6750, section 2.1): nothing else can be a token.
  private static func bearer(_ value: Substring) -> Authorization {
    var body = value.utf8[...]
    while body.last == UInt8(ascii: "=") { body.removeLast() }
    let isToken = !body.isEmpty && body.allSatisfy { isTokenByte($0) }
    return isToken ? .bearer(token: String(value)) : .malformed
  }

  /// Base64 of `user-id ":" password` in UTF-8, without control characters (RFC 7617, section 2).
  private static func basic(_ value: Substring) -> Authorization {
    guard let bytes = Base64.standard.decode(value.utf8),
      let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
      // Not the character, which could be a colon with an accent.
      let colon = text.unicodeScalars.firstIndex(of: ":")
    else { return .malformed }
    let behind = text.unicodeScalars.index(after: colon)
    return .basic(username: String(text[..<colon]), password: String(text[behind...]))
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: ASCII.isAlphanumeric(byte)
    }
  }
}
