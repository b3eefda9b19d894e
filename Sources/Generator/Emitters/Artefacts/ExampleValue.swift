import AccordModel

/// A value to show for a shape: the contract's example where there is one, else one made up within
/// the rules. The text for a pattern without an example is the one thing that is not within them.
struct ExampleValue {
  private let shapes: Shapes

  init(_ shapes: Shapes) {
    self.shapes = shapes
  }

  func value(of shape: Shape) -> Value {
    var budget = Budget()
    return value(of: shape, &budget)
  }

  func value(of parameter: Parameter) -> Value {
    parameter.examples.first?.value ?? parameter.defaultValue ?? value(of: parameter.shape)
  }

  /// Whether the contract has no value for the parameter, neither an example nor a list of all.
  func isMadeUp(_ parameter: Parameter) -> Bool {
    guard parameter.examples.isEmpty, parameter.defaultValue == nil else { return false }
    return isMadeUp(parameter.shape)
  }

  private func isMadeUp(_ shape: Shape) -> Bool {
    switch shape {
    case .string, .integer, .number, .array, .dictionary, .any: return true
    case .boolean: return false
    case .nullable(let inner): return isMadeUp(inner)
    case .declared(let name):
      guard let type = shapes.declaration(name), type.examples.isEmpty else { return false }
      switch type.kind {
      case .structure, .union, .wrapper: return true
      case .stringEnumeration, .integerEnumeration: return false
      case .alias(let shape): return isMadeUp(shape)
      }
    }
  }

  /// How much more is made up, so that types that contain themselves, or each other many times over,
  /// end. What is beyond it is null.
  private struct Budget {
    var values = 1000
    var depth = 0

    /// Whether optional members are shown, and one item of an array that may be empty.
    var isAmple: Bool { depth < 4 }
  }

  private func value(of shape: Shape, _ budget: inout Budget) -> Value {
    budget.values -= 1
    guard budget.values > 0, budget.depth < 32 else { return .null }
    budget.depth += 1
    defer { budget.depth -= 1 }
    switch shape {
    case .string(let rules): return .string(text(rules))
    case .integer(let rules): return .integer(Self.integer(rules))
    case .number(let rules):
      return .number(rules.minimum ?? rules.maximum ?? rules.multipleOf ?? "1")
    case .boolean: return true
    case .array(let items, let rules, _): return array(items, rules, &budget)
    case .dictionary, .any: return [:]
    case .nullable(let inner): return budget.isAmple ? value(of: inner, &budget) : .null
    case .declared(let name): return declared(name, &budget)
    }
  }

  private func array(_ items: Shape, _ rules: ArrayRules, _ budget: inout Budget) -> Value {
    let count = max(rules.minItems, budget.isAmple ? 1 : 0)
    guard count > 0, rules.maxItems != 0 else { return [] }
    return .array((0..<min(count, 100)).map { _ in value(of: items, &budget) })
  }

  private func declared(_ name: TypeName, _ budget: inout Budget) -> Value {
    guard let type = shapes.declaration(name) else { return [:] }
    if let example = type.examples.first { return example.value }
    switch type.kind {
    case .structure(let structure):
      let shown = structure.properties.filter { $0.isRequired || budget.isAmple }
      return .object(
        shown.map { Value.Member(name: $0.wireName, value: value(of: $0, &budget)) })
    case .union(let union):
      return union.alternatives.first.map { value(of: $0.shape, &budget) } ?? [:]
    case .stringEnumeration(let cases): return .string(cases.first?.rawValue ?? "")
    case .integerEnumeration(let cases): return .integer(cases.first?.rawValue ?? 0)
    case .alias(let shape), .wrapper(let shape): return value(of: shape, &budget)
    }
  }

  private func value(of property: Property, _ budget: inout Budget) -> Value {
    property.examples.first?.value ?? property.defaultValue ?? value(of: property.shape, &budget)
  }

  private static func integer(_ rules: IntegerRules) -> Int {
    let step = rules.multipleOf ?? 1
    guard let minimum = rules.minimum else { return min(rules.maximum ?? step, step) }
    let (quotient, remainder) = minimum.quotientAndRemainder(dividingBy: step)
    return remainder > 0 && minimum <= Int.max - step ? (quotient + 1) * step : quotient * step
  }

  private func text(_ rules: StringRules) -> String {
    if let format = rules.format { return Self.text(format) }
    let text = "text" + String(repeating: "t", count: min(max(0, rules.minLength - 4), 4096))
    return String(text.prefix(rules.maxLength ?? text.count))
  }

  private static func text(_ format: StringFormat) -> String {
    switch format {
    case .dateTime: "2020-09-12T18:13:04Z"
    case .date: "2020-09-12"
    case .time: "18:13:04Z"
    case .duration: "PT1H"
    case .uuid: "9b235bcb-0d10-415f-ab9f-9ce23da2a119"
    case .email: "someone@example.org"
    case .uri: "https://example.org/"
    case .uriReference: "/example"
    case .hostname: "example.org"
    case .ipv4: "192.0.2.1"
    case .ipv6: "2001:db8::1"
    case .byte: "dGV4dA=="
    }
  }
}
