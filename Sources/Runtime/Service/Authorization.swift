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
    guard let bytes = Base64.decode(value.utf8),
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

/// Base64 with padding (RFC 4648, section 4).
enum Base64 {
  /// Nil unless the text is the one encoding of its bytes: whole groups, no spaces, zero in the
  /// bits that padding leaves over.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in text.dropLast(padding) {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= 1 << UInt32(count) - 1
    }
    return bits == 0 && count < 6 ? bytes : nil
  }

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return String(decoding: text, as: UTF8.self)
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
