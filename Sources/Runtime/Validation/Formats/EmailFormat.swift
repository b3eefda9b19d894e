/// `email`: of RFC 5321, section 4.1.2, the form that people have. A dot-string of at most 64 bytes,
/// `@`, and a host name; 254 bytes at most. Quoted local parts, address literals and
/// internationalised addresses (RFC 6531) are not accepted.
enum EmailFormat {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 254, let at = text.firstIndex(of: UInt8(ascii: "@")), at <= 64 else {
      return false
    }
    let atoms = text[..<at].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAtomText) }) else { return false }
    return HostnameFormat.matches(UnsafeBufferPointer(rebasing: text[(at + 1)...]))
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "^")...UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: ASCII.isAlphanumeric(byte)
    }
  }
}
