import AccordModel

/// Rules as generated code constructs them; empty when nothing is asked.
extension Spelling {
  func rules(_ rules: StringRules) -> Code {
    construct(
      "StringRules",
      [
        rules.minLength > 0 ? "minLength: \(literal: rules.minLength)" : "",
        rules.maxLength.map { "maxLength: \(literal: $0)" } ?? "",
        rules.pattern.map { "pattern: \(patterns.holder).\(patterns.name($0))" } ?? "",
        rules.format.map { "format: .\($0.code)" } ?? "",
      ])
  }

  func rules(_ rules: IntegerRules) -> Code {
    construct(
      "IntegerRules",
      [
        rules.minimum.map { "minimum: \(literal: $0)" } ?? "",
        rules.maximum.map { "maximum: \(literal: $0)" } ?? "",
        rules.exclusiveMinimum.map { "exclusiveMinimum: \(literal: $0)" } ?? "",
        rules.exclusiveMaximum.map { "exclusiveMaximum: \(literal: $0)" } ?? "",
        rules.multipleOf.map { "multipleOf: \(literal: $0)" } ?? "",
      ])
  }

  func rules(_ rules: NumberRules) -> Code {
    construct(
      "NumberRules",
      [
        bound("minimum", rules.minimum), bound("maximum", rules.maximum),
        bound("exclusiveMinimum", rules.exclusiveMinimum),
        bound("exclusiveMaximum", rules.exclusiveMaximum), bound("multipleOf", rules.multipleOf),
        rules.isFloat ? "isFloat: true" : "",
      ])
  }

  func rules(_ rules: ArrayRules) -> Code {
    construct(
      "ArrayRules",
      [
        rules.minItems > 0 ? "minItems: \(literal: rules.minItems)" : "",
        rules.maxItems.map { "maxItems: \(literal: $0)" } ?? "",
        rules.uniqueItems ? "uniqueItems: true" : "",
      ])
  }

  func rules(_ rules: ObjectRules) -> Code {
    construct(
      "ObjectRules",
      [
        rules.minProperties > 0 ? "minProperties: \(literal: rules.minProperties)" : "",
        rules.maxProperties.map { "maxProperties: \(literal: $0)" } ?? "",
      ])
  }

  private func construct(_ type: Code, _ arguments: [Code]) -> Code {
    let arguments = arguments.joined(", ")
    return arguments.isEmpty ? "" : "\(type)(\(arguments))"
  }

  /// Through `Double`, because not every JSON number is a Swift literal.
  private func bound(_ label: Code, _ text: String?) -> Code {
    guard let value = text.flatMap(Double.init), value.isFinite else { return "" }
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    return "\(label): \(Code(source: isWhole ? String(Int(value)) : String(value)))"
  }
}

extension StringFormat {
  fileprivate var code: Code {
    switch self {
    case .dateTime: "dateTime"
    case .date: "date"
    case .time: "time"
    case .duration: "duration"
    case .uuid: "uuid"
    case .email: "email"
    case .uri: "uri"
    case .uriReference: "uriReference"
    case .hostname: "hostname"
    case .ipv4: "ipv4"
    case .ipv6: "ipv6"
    case .byte: "byte"
    }
  }
}
