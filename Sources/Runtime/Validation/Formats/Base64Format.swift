/// `byte`: base64 of RFC 4648, section 4, padded, without line breaks, unused bits zero (3.5).
enum Base64Format {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count % 4 == 0 else { return false }
    let padding = text.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    var last: UInt8 = 0
    for byte in text.dropLast(padding) {
      guard let value = value(of: byte) else { return false }
      last = value
    }
    // Two digits carry 12 bits for one byte, three 18 bits for two.
    return last & [0, 0b11, 0b1111][padding] == 0
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
