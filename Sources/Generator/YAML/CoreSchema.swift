/// What a plain scalar is under the YAML 1.2 core schema (YAML 1.2.2, 10.3.2), so `yes` and `on` are strings.
enum CoreSchema {
  static func kind(ofPlain text: String) -> Scalar.Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .float
    default: break
    }
    return numberKind(Array(text.utf8))
  }

  private static func numberKind(_ bytes: [UInt8]) -> Scalar.Kind {
    guard let first = bytes.first, isDigit(first) || first == dot || isSign(first) else {
      return .string
    }
    if first == zero, bytes.count > 2 {
      let digits = bytes.dropFirst(2)
      if bytes[1] == UInt8(ascii: "o") { return digits.allSatisfy(isOctal) ? .int : .string }
      if bytes[1] == UInt8(ascii: "x") { return digits.allSatisfy(isHex) ? .int : .string }
    }
    return decimalKind(isSign(first) ? bytes.dropFirst() : bytes[...])
  }

  private static func decimalKind(_ unsigned: ArraySlice<UInt8>) -> Scalar.Kind {
    let infinities = [".inf", ".Inf", ".INF"]
    if infinities.contains(where: { unsigned.elementsEqual($0.utf8) }) { return .float }
    let whole = unsigned.prefix(while: isDigit)
    var rest = unsigned.dropFirst(whole.count)
    if rest.isEmpty { return whole.isEmpty ? .string : .int }
    var fractionCount = 0
    if rest.first == dot {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      fractionCount = fraction.count
      rest = rest.dropFirst(1 + fractionCount)
    }
    guard whole.count + fractionCount > 0 else { return .string }
    return rest.isEmpty || isExponent(rest) ? .float : .string
  }

  private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "e") else { return false }
    var digits = bytes.dropFirst()
    if let sign = digits.first, isSign(sign) { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  private static let dot = UInt8(ascii: ".")
  private static let zero = UInt8(ascii: "0")
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2D }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isOctal(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x37 }
  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
  }
}
