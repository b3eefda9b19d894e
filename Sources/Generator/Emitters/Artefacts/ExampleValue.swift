import AccordModel

/// A value to show for a shape: the contract's example where there is one, else one made up within
/// the rules. Where none is known to be within them all, it is within as many as can be.
struct ExampleValue {
  let shapes: Shapes
  /// How many arrays of different items are around what is made up.
  private let nesting: Int

  init(_ shapes: Shapes) {
    self.init(shapes, nesting: 0)
  }

  private init(_ shapes: Shapes, nesting: Int) {
    self.shapes = shapes
    self.nesting = nesting
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

  func value(of property: Property) -> Value {
    var budget = Budget()
    return value(of: property, &budget)
  }

  func value(of content: Content) -> Value {
    content.shown.examples.first?.value ?? value(of: content.shape)
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
    case .string(let rules): return .string(RuledTexts(rules).example)
    case .integer(let rules): return .number("\(IntegerRange(rules).example)")
    case .number(let rules):
      return .number(NumberRange(rules).example?.text ?? rules.minimum ?? rules.maximum ?? "1")
    case .boolean: return true
    case .array(let items, let rules, _): return array(items, rules, &budget)
    case .dictionary(let values, let rules): return dictionary(values, rules, &budget)
    case .any: return [:]
    case .nullable(let inner): return budget.isAmple ? value(of: inner, &budget) : .null
    case .declared(let name): return declared(name, &budget)
    }
  }

  private func array(_ items: Shape, _ rules: ArrayRules, _ budget: inout Budget) -> Value {
    let count = max(rules.minItems, budget.isAmple ? 1 : 0)
    guard count > 0, rules.maxItems != 0 else { return [] }
    if rules.uniqueItems, count > 1, nesting < 2 {
      let others = DistinctValues(ExampleValue(shapes, nesting: nesting + 1))
      return .array(others.values(of: items, count: min(count, 100)))
    }
    return .array((0..<min(count, 100)).map { _ in value(of: items, &budget) })
  }

  private func dictionary(_ values: Shape, _ rules: ObjectRules, _ budget: inout Budget) -> Value {
    .object(
      (0..<max(0, min(rules.minProperties, 100))).map { index in
        Value.Member(name: "key\(index + 1)", value: value(of: values, &budget))
      })
  }

  private func declared(_ name: TypeName, _ budget: inout Budget) -> Value {
    guard let type = shapes.declaration(name) else { return [:] }
    if let example = type.examples.first { return example.value }
    switch type.kind {
    case .structure(let structure):
      return self.structure(structure, &budget)
    case .union(let union):
      return union.alternatives.first.map { value(of: $0.shape, &budget) } ?? [:]
    case .stringEnumeration(let cases): return .string(cases.first?.rawValue ?? "")
    case .integerEnumeration(let cases): return .integer(cases.first?.rawValue ?? 0)
    case .alias(let shape), .wrapper(let shape): return value(of: shape, &budget)
    }
  }

  /// The required members; the others as far as there is room, or as many as there must be.
  private func structure(_ structure: Structure, _ budget: inout Budget) -> Value {
    let required = structure.properties.count(where: \.isRequired)
    let most = structure.rules.maxProperties ?? Int.max
    var others = max(0, (budget.isAmple ? most : structure.rules.minProperties) - required)
    var members: [Value.Member] = []
    for property in structure.properties where property.isRequired || others > 0 {
      if !property.isRequired { others -= 1 }
      members.append(
        Value.Member(name: property.wireName, value: value(of: property, &budget)))
    }
    return .object(members + undeclared(besides: members, of: structure, &budget))
  }

  /// As many as there must be beside the declared ones.
  private func undeclared(
    besides members: [Value.Member], of structure: Structure, _ budget: inout Budget
  ) -> [Value.Member] {
    let count = max(0, min(structure.rules.minProperties, 100) - members.count)
    var names = FreshNames(besides: structure.properties.map(\.wireName))
    return (0..<count).compactMap { _ in
      let value: Value
      switch structure.additional {
      case .refused: return nil
      case .ignored: value = "text"
      case .kept(_, let shape): value = self.value(of: shape, &budget)
      }
      return Value.Member(name: names.next("undeclared"), value: value)
    }
  }

  private func value(of property: Property, _ budget: inout Budget) -> Value {
    property.examples.first?.value ?? property.defaultValue ?? value(of: property.shape, &budget)
  }
}
