import AccordModel

/// Valid values of a shape that are all different.
struct DistinctValues {
  let examples: ExampleValue

  init(_ examples: ExampleValue) {
    self.examples = examples
  }

  /// As many as asked for, or as there are and are found; one or more unless no value is known.
  func values(of shape: Shape, count: Int) -> [Value] {
    values(of: shape, count, depth: 0)
  }

  private func values(of shape: Shape, _ count: Int, depth: Int) -> [Value] {
    guard depth < 4, count > 1 else { return [examples.value(of: shape)] }
    switch shape {
    case .string(let rules): return RuledTexts(rules).texts(count: count).map { .string($0) }
    case .integer(let rules):
      return IntegerRange(rules).values(count: count).map { .number("\($0)") }
    case .number(let rules): return NumberRange(rules).values(count: count).map { .number($0.text) }
    case .boolean: return [true, false]
    case .any: return (0..<count).map { .integer($0) }
    case .nullable(let inner): return values(of: inner, count, depth: depth + 1) + [.null]
    case .array(let items, let rules, _):
      guard case .array(let base) = examples.value(of: shape), !base.isEmpty else { return [[]] }
      return values(of: items, count, depth: depth + 1).map {
        .array(rules.replacingFirst(of: base, with: $0))
      }
    case .dictionary(let inner, _):
      guard case .object(let base) = examples.value(of: shape), let first = base.first else {
        return [[:]]
      }
      return values(of: inner, count, depth: depth + 1).map {
        Value.object(base).replacing(first.name, with: $0)
      }
    case .declared(let name): return declared(name, count, depth: depth)
    }
  }

  private func declared(_ name: TypeName, _ count: Int, depth: Int) -> [Value] {
    let base = examples.value(of: .declared(name))
    switch examples.shapes.declaration(name)?.kind {
    case .stringEnumeration(let cases): return cases.prefix(count).map { .string($0.rawValue) }
    case .integerEnumeration(let cases): return cases.prefix(count).map { .integer($0.rawValue) }
    case .alias(let shape), .wrapper(let shape): return values(of: shape, count, depth: depth + 1)
    case .union(let union):
      let all = union.alternatives.map { values(of: $0.shape, count, depth: depth + 1) }
      return all.max { $0.count < $1.count } ?? [base]
    case .structure(let structure):
      return varied(structure, base, count, depth: depth)
    case nil: return [base]
    }
  }

  /// With different values of one member: the first that has enough, else the one with the most.
  private func varied(
    _ structure: Structure, _ base: Value, _ count: Int, depth: Int
  ) -> [Value] {
    var best = [base]
    for property in structure.properties.filter({ base[$0.wireName] != nil }).prefix(8)
    where best.count < count {
      let inner = values(of: property.shape, count, depth: depth + 1)
      if inner.count <= best.count { continue }
      best = inner.map { base.replacing(property.wireName, with: $0) }
    }
    return best
  }
}
