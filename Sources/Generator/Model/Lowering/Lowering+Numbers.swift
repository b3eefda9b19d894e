import AccordDocument

extension Lowering {
  func integerRules(_ schema: Schema) -> IntegerRules {
    let numbers = schema.numbers
    let lower = [
      numbers.minimum.map { $0.roundedUp },
      numbers.exclusiveMinimum.map { $0.isInteger ? $0.roundedUp.addingClamped(1) : $0.roundedUp },
    ]
    let upper = [
      numbers.maximum.map { $0.roundedDown },
      numbers.exclusiveMaximum.map {
        $0.isInteger ? $0.roundedDown.addingClamped(-1) : $0.roundedDown
      },
    ]
    return IntegerRules(
      width: schema.format == "int32" ? .int32 : .int64,
      minimum: lower.compactMap { $0 }.max(), maximum: upper.compactMap { $0 }.min(),
      multipleOf: numbers.multipleOf?.int)
  }

  func numberRules(_ schema: Schema) -> NumberRules {
    let numbers = schema.numbers
    func text(_ number: ExactNumber?) -> String? { number.flatMap { NumberText($0.text)?.json } }
    return NumberRules(
      minimum: text(numbers.minimum), maximum: text(numbers.maximum),
      exclusiveMinimum: text(numbers.exclusiveMinimum),
      exclusiveMaximum: text(numbers.exclusiveMaximum), multipleOf: text(numbers.multipleOf))
  }
}

extension ExactNumber {
  /// The smallest integer that is not less, held to 64 bits.
  fileprivate var roundedUp: Int { rounded(.up) }
  /// The largest integer that is not greater, held to 64 bits.
  fileprivate var roundedDown: Int { rounded(.down) }

  private func rounded(_ rule: FloatingPointRoundingRule) -> Int {
    if let int { return int }
    let value = (Double(text) ?? 0).rounded(rule)
    return Int(exactly: value) ?? (isNegative ? .min : .max)
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? self : sum
  }
}
