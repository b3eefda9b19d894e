/// The integers that a schema's bounds leave, exactly.
package struct IntegerBounds {
  /// Inclusive; nil where the schema says nothing. Held to 64 bits, where `isEmpty` allows.
  package let minimum: Int?
  package let maximum: Int?
  /// Whether the schema says so by `exclusiveMinimum`, of which `minimum` is the next integer.
  package let isMinimumExclusive: Bool
  /// The same of `exclusiveMaximum`.
  package let isMaximumExclusive: Bool
  /// Whether none is left of those that the format or 64 bits can hold.
  package let isEmpty: Bool

  package init(_ schema: Schema) {
    let numbers = schema.numbers
    let least = numbers.minimum.map { $0.smallestInteger(isExclusive: false) }
    let above = numbers.exclusiveMinimum.map { $0.smallestInteger(isExclusive: true) }
    let greatest = numbers.maximum.map { $0.largestInteger(isExclusive: false) }
    let below = numbers.exclusiveMaximum.map { $0.largestInteger(isExclusive: true) }
    let (lower, upper) = ([least, above].compactMap(\.self), [greatest, below].compactMap(\.self))
    let isOutside = lower.contains(.tooLarge) || upper.contains(.tooSmall)
    minimum = lower.map(\.held).max()
    maximum = upper.map(\.held).min()
    // A bound outside of 64 bits is the format's.
    isMinimumExclusive = above.map { $0.isWithin && $0.held > least?.held ?? .min } ?? false
    isMaximumExclusive = below.map { $0.isWithin && $0.held < greatest?.held ?? .max } ?? false
    let widest = schema.format == "int32" ? Int(Int32.min)...Int(Int32.max) : Int.min...Int.max
    isEmpty =
      isOutside || max(minimum ?? .min, widest.lowerBound) > min(maximum ?? .max, widest.upperBound)
  }
}

/// An integer, or the side on which it leaves 64 bits.
private enum BoundedInteger: Equatable {
  case tooSmall
  case fits(Int)
  case tooLarge

  var held: Int {
    switch self {
    case .tooSmall: .min
    case .fits(let value): value
    case .tooLarge: .max
    }
  }

  var isWithin: Bool { if case .fits = self { true } else { false } }

  func adding(_ step: Int) -> BoundedInteger {
    guard case .fits(let value) = self else { return self }
    let (sum, overflow) = value.addingReportingOverflow(step)
    if overflow { return step < 0 ? .tooSmall : .tooLarge }
    return .fits(sum)
  }
}

extension ExactNumber {
  /// Whether a 64-bit floating-point number comes near it.
  var fitsDouble: Bool {
    double.isFinite && (double != 0 || digits.isEmpty)
  }

  /// The nearest; infinite for what is too large.
  var double: Double {
    let places = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    return Double("\(isNegative ? "-" : "")0.\(places)0e\(exponent)") ?? .infinity
  }

  fileprivate func smallestInteger(isExclusive: Bool) -> BoundedInteger {
    if isInteger { return truncated.adding(isExclusive ? 1 : 0) }
    return truncated.adding(isNegative ? 0 : 1)
  }

  fileprivate func largestInteger(isExclusive: Bool) -> BoundedInteger {
    if isInteger { return truncated.adding(isExclusive ? -1 : 0) }
    return truncated.adding(isNegative ? -1 : 0)
  }

  /// The digits before the point.
  private var truncated: BoundedInteger {
    let outside: BoundedInteger = isNegative ? .tooSmall : .tooLarge
    guard exponent <= 19 else { return outside }
    var text = isNegative ? "-" : ""
    for index in 0..<max(exponent, 0) { text += index < digits.count ? "\(digits[index])" : "0" }
    return exponent <= 0 ? .fits(0) : Int(text).map { .fits($0) } ?? outside
  }
}
