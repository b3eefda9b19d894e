package import AccordYAML

/// A number exactly as the file has it, whatever its size: no rounding through binary floating point.
package struct ExactNumber: Sendable {
  /// As written.
  package let text: String
  package let isNegative: Bool
  /// Significant digits without leading or trailing zeros; empty for zero. The value is 0.DIGITS × 10^exponent.
  package let digits: [UInt8]
  package let exponent: Int

  /// Nil when the node is not a finite number.
  package init?(_ node: Node) {
    guard let scalar = node.scalar, scalar.kind == .int || scalar.kind == .float else { return nil }
    self.init(scalar.text)
  }

  package init?(_ text: String) {
    if let whole = Self.decimalDigits(text) {
      self.init(text, whole: whole)
    } else {
      self.init(decimal: text)
    }
  }

  private init(_ text: String, whole: [UInt8]) {
    self.text = text
    isNegative = false
    digits = Array(whole.reversed().drop { $0 == 0 }.reversed())
    exponent = digits.isEmpty ? 0 : whole.count
  }

  private init?(decimal text: String) {
    self.text = text
    var rest = Array(text.utf8)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let mark = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
    let pointIndex = rest[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark
    let whole = rest[..<pointIndex]
    let fraction = rest[pointIndex..<mark].dropFirst()
    guard let scale = Self.scale(rest[mark...]) else { return nil }
    guard whole.count + fraction.count > 0,
      (whole + fraction).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    let all = (whole + fraction).map { $0 - 0x30 }
    let leadingZeros = all.prefix { $0 == 0 }.count
    let significant = all.dropFirst(leadingZeros)
    let trailingZeros = significant.reversed().prefix { $0 == 0 }.count
    digits = Array(significant.dropLast(trailingZeros))
    exponent = digits.isEmpty ? 0 : whole.count - leadingZeros + scale
  }

  /// Of `0x1F` and `0o17`, which YAML's core schema has too: without leading zeros. Nil for any other
  /// text, and for more digits than any use of such a number has.
  private static func decimalDigits(_ text: String) -> [UInt8]? {
    let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : 0
    let places = text.utf8.dropFirst(2)
    guard radix > 0, !places.isEmpty, places.count <= 1000 else { return nil }
    var reversed: [UInt8] = []
    for place in places {
      guard var carry = Character(Unicode.Scalar(place)).hexDigitValue, carry < radix else {
        return nil
      }
      for index in reversed.indices {
        carry += Int(reversed[index]) * radix
        reversed[index] = UInt8(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        reversed.append(UInt8(carry % 10))
        carry /= 10
      }
    }
    return reversed.reversed()
  }

  /// The exponent part, held to a range no comparison can overflow.
  private static func scale(_ part: ArraySlice<UInt8>) -> Int? {
    if part.isEmpty { return 0 }
    var digits = part.dropFirst()
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let limit = 1_000_000_000
    let magnitude = min(Int(String(decoding: digits, as: UTF8.self)) ?? limit, limit)
    return isNegative ? -magnitude : magnitude
  }

  /// An integer's decimal digits, without a sign; nil for other numbers and those of more digits than
  /// a file could have.
  package var wholeDigits: String? {
    guard isInteger, exponent <= 2000 else { return nil }
    if digits.isEmpty { return "0" }
    let zeros = Array(repeating: UInt8(0), count: exponent - digits.count)
    return String(decoding: (digits + zeros).map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  package var isInteger: Bool { digits.count <= exponent || digits.isEmpty }

  /// The value when it is an integer of at most 18 digits or so that fits.
  package var int: Int? {
    guard isInteger else { return nil }
    guard exponent <= 19 else { return nil }
    var value = 0
    for index in 0..<max(exponent, 0) {
      let digit = index < digits.count ? Int(digits[index]) : 0
      let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = shifted.subtractingReportingOverflow(digit)
      if isTooLarge || overflow { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == Int.min ? nil : -value
  }
}

extension ExactNumber: Comparable, Hashable {
  package static func == (a: ExactNumber, b: ExactNumber) -> Bool {
    a.digits == b.digits && a.exponent == b.exponent && (a.isNegative == b.isNegative || a.isZero)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
    hasher.combine(exponent)
  }

  package static func < (a: ExactNumber, b: ExactNumber) -> Bool {
    if a == b { return false }
    if a.isZero { return !b.isNegative }
    if b.isZero { return a.isNegative }
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? magnitudeIsLess(b, a) : magnitudeIsLess(a, b)
  }

  private var isZero: Bool { digits.isEmpty }

  private static func magnitudeIsLess(_ a: ExactNumber, _ b: ExactNumber) -> Bool {
    a.exponent == b.exponent
      ? a.digits.lexicographicallyPrecedes(b.digits) : a.exponent < b.exponent
  }
}
