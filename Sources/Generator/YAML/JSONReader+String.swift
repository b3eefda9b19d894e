extension JSONReader {
  /// The string at the opening quote, which the caller has seen.
  mutating func string() throws(Diagnostics) -> String {
    offset += 1
    let start = offset
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
      case UInt8(ascii: "\\"): return try escapedString(Array(bytes[start..<offset]))
      default: try step(over: byte)
      }
    }
    throw failure("the string has no closing quote")
  }

  /// The rest of a string in which an escape stands at the current byte.
  private mutating func escapedString(_ prefix: [UInt8]) throws(Diagnostics) -> String {
    var text = prefix
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
      default:
        text.append(byte)
        try step(over: byte)
      }
    }
    throw failure("the string has no closing quote")
  }

  private mutating func step(over byte: UInt8) throws(Diagnostics) {
    if byte < 0x20 { throw failure("a control character in a string must be escaped") }
    offset += 1
    if byte & 0xC0 == 0x80 { skipContinuation() }
  }

  private mutating func escape() throws(Diagnostics) -> Unicode.Scalar {
    guard offset + 1 < bytes.count else { throw failure("the escape is incomplete") }
    let simple: Unicode.Scalar? =
      switch bytes[offset + 1] {
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "/"): "/"
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "f"): "\u{C}"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "t"): "\t"
      default: nil
      }
    if let simple {
      offset += 2
      return simple
    }
    return try unicodeEscape()
  }

  private mutating func unicodeEscape() throws(Diagnostics) -> Unicode.Scalar {
    guard let high = codeUnit(at: offset) else { throw failure("this is not a JSON escape") }
    if let scalar = Unicode.Scalar(UInt32(high)) {
      offset += 6
      return scalar
    }
    guard high < 0xDC00, let low = codeUnit(at: offset + 6), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    else { throw failure("half of a surrogate pair stands alone") }
    offset += 12
    return scalar
  }

  /// The number of a `\uXXXX` at an offset.
  private func codeUnit(at start: Int) -> UInt16? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[(start + 2)..<(start + 6)]
    guard digits.first != UInt8(ascii: "+") else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
