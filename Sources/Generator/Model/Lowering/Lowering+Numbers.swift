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
    return NumberRules(
      minimum: text(numbers.minimum), maximum: text(numbers.maximum),
      exclusiveMinimum: text(numbers.exclusiveMinimum),
      exclusiveMaximum: text(numbers.exclusiveMaximum), multipleOf: text(numbers.multipleOf),
      isFloat: schema.format == "float")
  }
}
