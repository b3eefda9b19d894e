/// A decimal number, exact: a coefficient of up to 38 digits times a power of ten. What does not fit
/// is nil, never rounded.
struct DecimalNumber {
  private(set) var coefficient: Int128
  private(set) var exponent: Int

  /// An exponent above zero is resolved into digits where these fit.
  init(_ coefficient: Int128, exponent: Int = 0) {
    self.coefficient = coefficient
    self.exponent = coefficient == 0 ? 0 : exponent
    if self.exponent > 0, let plain = scaled(to: 0) {
      self.coefficient = plain
      self.exponent = 0
    }
  }

  /// From a number in the grammar of JSON.
  init?(_ text: String) {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "eE".contains($0) }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    let mantissa = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard let exponent, exponent.magnitude < 1 << 20, mantissa.count <= 2,
      let coefficient = Int128(mantissa.joined())
    else { return nil }
    self.init(coefficient, exponent: exponent - (mantissa.count == 2 ? mantissa[1].count : 0))
  }

  /// Valid JSON.
  var text: String {
    guard (-30...0).contains(exponent) else { return "\(coefficient)e\(exponent)" }
    var digits = String(coefficient.magnitude)
    let places = -exponent
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(places)
    let fraction = digits.suffix(places).reversed().drop { $0 == "0" }.reversed()
    let sign = coefficient < 0 ? "-" : ""
    return sign + whole + (fraction.isEmpty ? "" : "." + String(fraction))
  }

  /// The nearest floating-point number, which is what services compute with.
  var double: Double { Double(text) ?? .nan }

  private func scaled(to lower: Int) -> Int128? {
    guard exponent - lower <= 38 else { return coefficient == 0 ? 0 : nil }
    var result = coefficient
    for _ in 0..<(exponent - lower) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}

extension DecimalNumber {
  /// Both as multiples of one power of ten.
  private func aligned(
    with other: DecimalNumber
  ) -> (own: Int128, other: Int128, exponent: Int)? {
    let exponent = min(exponent, other.exponent)
    guard let own = scaled(to: exponent), let other = other.scaled(to: exponent) else { return nil }
    return (own, other, exponent)
  }

  func adding(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (own, other, exponent) = aligned(with: other) else { return nil }
    let (sum, overflow) = own.addingReportingOverflow(other)
    return overflow ? nil : DecimalNumber(sum, exponent: exponent)
  }

  func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (own, other, exponent) = aligned(with: other) else { return nil }
    let (difference, overflow) = own.subtractingReportingOverflow(other)
    return overflow ? nil : DecimalNumber(difference, exponent: exponent)
  }

  /// Nil for a step that is not above zero, too.
  func isMultiple(of step: DecimalNumber) -> Bool? {
    guard step.coefficient > 0 else { return nil }
    return aligned(with: step).map { $0.own.isMultiple(of: $0.other) }
  }

  /// The greatest multiple of a step that is not above; with `isAbove` the least not below. Nil for a
  /// step that is not above zero, too.
  func multiple(of step: DecimalNumber, isAbove: Bool) -> DecimalNumber? {
    guard step.coefficient > 0, let (own, other, exponent) = aligned(with: step) else { return nil }
    var remainder = own % other
    if remainder < 0 { remainder += other }
    let (below, overflow) = own.subtractingReportingOverflow(remainder)
    guard !overflow else { return nil }
    let multiple = DecimalNumber(below, exponent: exponent)
    return isAbove && remainder != 0 ? multiple.adding(step) : multiple
  }

  /// One unit of its last digit, times a power of ten.
  func unit(shiftedBy power: Int = 0) -> DecimalNumber {
    DecimalNumber(1, exponent: exponent + power)
  }
}
