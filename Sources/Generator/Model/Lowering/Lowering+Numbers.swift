import AccordDocument

extension Lowering {
  func integerRules(_ schema: Schema) -> IntegerRules {
    let bounds = IntegerBounds(schema)
    return IntegerRules(
      width: schema.format == "int32" ? .int32 : .int64,
      minimum: bounds.isMinimumExclusive ? nil : bounds.minimum,
      maximum: bounds.isMaximumExclusive ? nil : bounds.maximum,
      exclusiveMinimum: bounds.isMinimumExclusive ? bounds.minimum.map { $0 - 1 } : nil,
      exclusiveMaximum: bounds.isMaximumExclusive ? bounds.maximum.map { $0 + 1 } : nil,
      multipleOf: schema.numbers.multipleOf?.int)
  }

  func numberRules(_ schema: Schema) -> NumberRules {
    let numbers = schema.numbers
    func text(_ number: ExactNumber?) -> String? { number.flatMap { NumberText($0.text)?.json } }
    let (least, greatest) = schema.format == "float" ? Self.floats : (nil, nil)
    return NumberRules(
      minimum: text([numbers.minimum, least].compactMap(\.self).max()),
      maximum: text([numbers.maximum, greatest].compactMap(\.self).min()),
      exclusiveMinimum: text(numbers.exclusiveMinimum),
      exclusiveMaximum: text(numbers.exclusiveMaximum), multipleOf: text(numbers.multipleOf))
  }

  /// What 32 bits of floating point hold; between these a value is only rounded.
  private static let floats = (
    ExactNumber("\(-Double(Float.greatestFiniteMagnitude))"),
    ExactNumber("\(Double(Float.greatestFiniteMagnitude))")
  )
}
