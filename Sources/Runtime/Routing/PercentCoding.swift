/// Percent-encoding (RFC 3986, section 2.1) of path segments and query components.
enum PercentCoding {
  /// The text that the bytes stand for; nil if an escape is not two hexadecimal digits, or the
  /// result is not UTF-8. In a query `+` is a space.
  static func decode(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> String? {
    if !bytes.contains(where: {
      $0 == UInt8(ascii: "%") || ($0 == UInt8(ascii: "+") && plusIsSpace)
    }) {
      return String(validating: bytes, as: UTF8.self)
    }
    return decodedBytes(bytes, plusIsSpace: plusIsSpace)
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  static func decodedBytes(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(ASCII.hexadecimalValue),
          let low = rest.next().flatMap(ASCII.hexadecimalValue)
        else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
      default: decoded.append(byte)
      }
    }
    return decoded
  }

  /// Everything but unreserved characters (section 2.3) escaped, so that the text is data wherever
  /// it stands in a URL.
  static func encode(_ text: String) -> String {
    if text.utf8.allSatisfy(isUnreserved) { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 { append(byte, asIs: isUnreserved(byte), to: &encoded) }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// A path as it came, with everything escaped that no path may hold as it is (section 3.3), and
  /// nothing else: escapes stay as they are.
  static func escapeForeign(in path: some StringProtocol) -> String {
    if path.utf8.allSatisfy(isPathCharacter) { return String(path) }
    let bytes = Array(path.utf8)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isEscape =
        byte == UInt8(ascii: "%") && bytes.count > index + 2
        && bytes[(index + 1)...(index + 2)].allSatisfy { ASCII.hexadecimalValue($0) != nil }
      append(byte, asIs: isEscape || isPathCharacter(byte), to: &escaped)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, asIs isAllowed: Bool, to escaped: inout [UInt8]) {
    escaped += isAllowed ? [byte] : [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
  }

  /// `pchar` without its escapes, and the slash.
  private static func isPathCharacter(_ byte: UInt8) -> Bool {
    isUnreserved(byte) || "!$&'()*+,;=:@/".utf8.contains(byte)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: ASCII.isAlphanumeric(byte)
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "A")
  }
}
