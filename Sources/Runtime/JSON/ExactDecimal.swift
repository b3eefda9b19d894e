/// A decimal number of any length and scale, exact.
///
/// Canonical: zero has no digits; else neither the first nor the last digit is zero. Equal numbers
/// are therefore equal values, whatever their text, and -0 is 0.
struct ExactDecimal: Hashable {
  let isNegative: Bool
  /// 0 to 9 each, most significant first.
  let digits: [UInt8]
  /// The power of ten that the digits, as an integer, are multiplied with.
  let exponent: Int

  init(_ text: NumberText) {
    var digits: [UInt8] = []
    digits.reserveCapacity(min(text.bytes.count, 32))
    var exponent = 0
    var hasPoint = false
    scan: for (index, byte) in text.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): continue
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if hasPoint { exponent -= 1 }
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      default:
        exponent += NumberText.exponent(text.bytes[(index + 1)...])
        break scan
      }
    }
    let zeros = digits.reversed().prefix { $0 == 0 }.count
    digits.removeLast(zeros)
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent + zeros
    isNegative = !digits.isEmpty && text.bytes.first == UInt8(ascii: "-")
  }

  /// From a finite double: the shortest decimal that reads back as it.
  init(_ value: Double) {
    var text = value.description
    self = text.withUTF8 { ExactDecimal(NumberText($0)) }
  }

  /// The nearest double, ties to even; infinite beyond the range of doubles.
  ///
  /// Of more digits than any boundary between two doubles has (767), the rest matters only as
  /// "a little more".
  var double: Double {
    let scale = exponent + digits.count
    guard !digits.isEmpty, scale > -400 else { return isNegative ? -0.0 : 0 }
    guard scale < 400 else { return isNegative ? -Double.infinity : .infinity }
    let kept = digits.count > 800 ? Array(digits.prefix(800)) + [1] : digits
    let text = String(decoding: kept.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    let magnitude = Double("\(text)e\(scale - kept.count)") ?? 0
    return isNegative ? -magnitude : magnitude
  }

  /// Whether it is a whole number of steps, exactly; false if the step is zero.
  func isMultiple(of step: ExactDecimal) -> Bool {
    guard !digits.isEmpty else { return true }
    // The digits of a number do not end in zero, so no power of ten is hidden in them.
    guard let divisor = step.mantissa, divisor > 0, exponent >= step.exponent else { return false }
    var remainder: UInt64 = 0
    for digit in digits {
      remainder = Self.shifted(remainder, digit, modulo: divisor)
    }
    let shift = exponent - step.exponent
    let power = Self.power(of: 10 % divisor, shift, modulo: divisor)
    return Self.product(remainder, power, modulo: divisor) == 0
  }

  /// The digits as an integer; nil beyond 19 digits, which no double's shortest decimal has.
  private var mantissa: UInt64? {
    guard digits.count <= 19 else { return nil }
    return digits.reduce(0) { $0 &* 10 &+ UInt64($1) }
  }

  private static func shifted(_ value: UInt64, _ digit: UInt8, modulo divisor: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 10)
    let (low, carry) = product.low.addingReportingOverflow(UInt64(digit))
    // The quotient fits: the value is below the divisor, so 10 × value + 9 over it is below 2^64
    // for every divisor above 9, and smaller divisors leave a dividend of one word.
    let high = product.high &+ (carry ? 1 : 0)
    return high == 0 ? low % divisor : divisor.dividingFullWidth((high, low)).remainder
  }

  private static func product(_ a: UInt64, _ b: UInt64, modulo divisor: UInt64) -> UInt64 {
    // Both are below the divisor, so the quotient fits.
    divisor.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
  }

  private static func power(of base: UInt64, _ exponent: Int, modulo divisor: UInt64) -> UInt64 {
    var (power, base, rest) = (1 % divisor, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { power = product(power, base, modulo: divisor) }
      base = product(base, base, modulo: divisor)
      rest >>= 1
    }
    return power
  }
}
