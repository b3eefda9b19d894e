/// A number as JSON writes it, found well-formed.
struct NumberText {
  // Unsafe because it points into bytes that outlive it: the reader's, or a string's for the length
  // of a closure.
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  enum WholeNumber {
    case value(Int)
    case fraction
    case outOfRange
  }

  /// Its exact value as an integer, however it is written.
  var wholeNumber: WholeNumber {
    let decimal = ExactDecimal(self)
    guard !decimal.digits.isEmpty else { return .value(0) }
    guard decimal.exponent >= 0 else { return .fraction }
    guard decimal.digits.count <= 19, decimal.exponent <= 19 - decimal.digits.count else {
      return .outOfRange
    }
    var magnitude: UInt64 = 0
    for digit in decimal.digits { magnitude = magnitude &* 10 &+ UInt64(digit) }
    for _ in 0..<decimal.exponent { magnitude = magnitude &* 10 }
    if decimal.isNegative, magnitude == UInt64(1) << 63 { return .value(Int.min) }
    guard let value = Int(exactly: magnitude) else { return .outOfRange }
    return .value(decimal.isNegative ? 0 &- value : value)
  }

  /// The nearest double, ties to even; infinite beyond the range of doubles.
  var double: Double {
    shortDouble ?? ExactDecimal(self).double
  }

  /// Clinger's fast path: when digits and power of ten are both exact as doubles, one multiplication
  /// or division rounds once, and therefore rightly. Nil for all other numbers.
  private var shortDouble: Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var mantissa: UInt64 = 0
    var exponent = 0
    var hasPoint = false
    var index = isNegative ? 1 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if ASCII.isDigit(byte) {
        // More than 18 digits may overflow, and are hardly ever below 2^53.
        guard index < 18 else { return nil }
        mantissa = mantissa &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
        if hasPoint { exponent &-= 1 }
      } else if byte == UInt8(ascii: ".") {
        hasPoint = true
      } else {
        exponent += Self.exponent(bytes[(index + 1)...])
        break
      }
      index += 1
    }
    return Self.exact(mantissa, exponent, isNegative: isNegative)
  }

  private static func exact(_ mantissa: UInt64, _ exponent: Int, isNegative: Bool) -> Double? {
    guard mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let magnitude = Double(mantissa)
    let value = exponent < 0 ? magnitude / power(-exponent) : magnitude * power(exponent)
    return isNegative ? -value : value
  }

  /// 10 to the power of 0 to 22, each exact as a double.
  private static func power(_ exponent: Int) -> Double {
    var (power, base, rest) = (1.0, 10.0, exponent)
    while rest > 0 {
      if rest & 1 == 1 { power *= base }
      base *= base
      rest >>= 1
    }
    return power
  }

  /// The digits behind `e`, with their sign. What is beyond ±10^15 stays there: no text is long
  /// enough for its digits to bring such a number back into any range.
  static func exponent(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var value = 0
    for byte in digits where ASCII.isDigit(byte) {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000_000)
    }
    return digits.first == UInt8(ascii: "-") ? -value : value
  }
}
