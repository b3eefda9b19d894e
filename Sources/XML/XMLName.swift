/// Any text as a name of XML 1.0 (production 5) without colons, and back.
///
/// What a name cannot hold is written `_xHHHH_`, the code point in hexadecimal, and so is an
/// underscore that would otherwise begin such an escape.
enum XMLName {
  static func escaped(_ text: String) -> String {
    if text.isEmpty { return empty }
    if text == empty { return "_x005F_x_" }
    var name = ""
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.first {
      let isFirst = name.isEmpty
      let isKept = isFirst ? isStart(scalar) : isContinuation(scalar)
      if isKept, scalar != "_" || !beginsEscape(rest) {
        name.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        name += "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
      }
      rest.removeFirst()
    }
    return name
  }

  static func unescaped(_ name: String) -> String {
    if name == empty { return "" }
    guard name.contains("_x") else { return name }
    var text = ""
    var rest = Substring(name).unicodeScalars
    while let scalar = rest.first {
      if scalar == "_", let (found, length) = escape(at: rest) {
        text.unicodeScalars.append(found)
        rest.removeFirst(length)
      } else {
        text.unicodeScalars.append(scalar)
        rest.removeFirst()
      }
    }
    return text
  }

  /// No text at all, which a name cannot be.
  private static let empty = "_x_"

  /// Whether the text, once it is escaped, begins with an escape: its digits may be followed by an
  /// underscore, or by what is written with one.
  private static func beginsEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    guard text.starts(with: "_x".unicodeScalars) else { return false }
    let digits = text.dropFirst(2).prefix(8).prefix { $0.properties.isASCIIHexDigit }
    guard digits.count >= 4, let next = text.dropFirst(2 + digits.count).first else { return false }
    return next == "_" || !isContinuation(next)
  }

  /// The escape at the beginning: what it stands for, and its length.
  private static func escape(
    at text: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard text.starts(with: "_x".unicodeScalars) else { return nil }
    let digits = text.dropFirst(2).prefix(8).prefix { $0.properties.isASCIIHexDigit }
    guard text.dropFirst(2 + digits.count).first == "_" else { return nil }
    guard digits.count >= 4, let value = UInt32(String(Substring(digits)), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, digits.count + 3)
  }

  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isStart(scalar)
    }
  }
}
