import AccordModel

/// Looks for what a value that was made up may break, where rules leave no value or none is known.
struct RuleBreach {
  let shapes: Shapes

  /// The tokens of a JSON pointer to the first value that is not within its rules; nil if all are.
  func place(in value: Value, _ shape: Shape) -> [String]? {
    if value == .null { return takesNull(shape) ? nil : [] }
    switch (shapes.resolve(shape), value) {
    case (.string(let rules), .string(let text)):
      let texts = RuledTexts(rules)
      return texts.isWithin(text) && !texts.isStopgap(text) ? nil : []
    case (.integer(let rules), .number):
      return value.integer.map { IntegerRange(rules).contains($0) } == true ? nil : []
    case (.number(let rules), .number):
      return value.decimal.map { NumberRange(rules).contains($0) } == true ? nil : []
    case (.array(let items, let rules, _), .array(let values)):
      return array(items, rules, values)
    case (.dictionary(let values, let rules), .object(let members)):
      guard isCount(members.count, rules) else { return [] }
      return members.lazy.compactMap { inner($0.name, $0.value, values) }.first
    case (.declared(let name), _): return declared(name, value)
    case (.any, _), (.boolean, .boolean): return nil
    default: return []
    }
  }

  private func inner(_ token: String, _ value: Value, _ shape: Shape) -> [String]? {
    place(in: value, shape).map { [token] + $0 }
  }

  private func takesNull(_ shape: Shape) -> Bool {
    switch shape {
    case .nullable, .any: return true
    case .declared(let name):
      guard case .alias(let target)? = shapes.declaration(name)?.kind else { return false }
      return takesNull(target)
    case .string, .integer, .number, .boolean, .array, .dictionary: return false
    }
  }

  private func array(_ items: Shape, _ rules: ArrayRules, _ values: [Value]) -> [String]? {
    let isMany = values.count > rules.maxItems ?? values.count || values.count < rules.minItems
    if isMany || rules.uniqueItems && Set(values).count < values.count { return [] }
    return values.enumerated().lazy.compactMap { index, value in
      inner("\(index)", value, items)
    }.first
  }

  private func isCount(_ count: Int, _ rules: ObjectRules) -> Bool {
    count >= rules.minProperties && count <= rules.maxProperties ?? count
  }

  private func declared(_ name: TypeName, _ value: Value) -> [String]? {
    switch shapes.declaration(name)?.kind {
    case .wrapper(let shape), .alias(let shape): return place(in: value, shape)
    case .structure, .union:
      guard let structure = shapes.structure(.declared(name), of: value),
        let members = value.members
      else { return [] }
      guard isCount(members.count, structure.rules) else { return [] }
      return structure.properties.lazy.compactMap { property -> [String]? in
        guard let member = value[property.wireName] else {
          return property.isRequired ? [property.wireName] : nil
        }
        return inner(property.wireName, member, property.shape)
      }.first
    case .stringEnumeration, .integerEnumeration, nil: return nil
    }
  }
}
