import AccordModel

/// All values that are one step outside a constraint of a shape, or on its edge.
///
/// Each is the example with one change, so that an accepted one is valid as a whole, and a refused
/// one breaks that constraint alone, as far as the constraints allow it. Bounds are left out that no
/// value can reach, and those of texts above 65,536 characters and of arrays and objects above 4,096
/// items, which would cost more than they tell. A type inside itself is not entered again, and after
/// 2,000 places there are no more, or fewer where the example is so large that its copies would be
/// many millions of values.
struct ConstraintProbes {
  let shapes: Shapes
  let examples: ExampleValue

  init(_ shapes: Shapes) {
    self.shapes = shapes
    examples = ExampleValue(shapes)
  }

  /// - Parameters:
  ///   - place: Where the shape stands in the contract.
  ///   - example: A valid value. Where it is not of the shape's kind, one is made up in its stead.
  /// - Returns: The probes in the order of the members; no two have pointer, rule and id in common.
  func probes(of shape: Shape, at place: Place, in example: Value) -> [Probe] {
    var trail = Trail(places: min(2000, 500_000 / example.size))
    var known: Set<[String]> = []
    return probes(of: shape, at: place, in: example, &trail).filter { probe in
      known.insert([probe.rule, probe.id] + probe.pointer).inserted
    }
  }

  /// The way from the whole value to the place that is looked at.
  struct Trail {
    /// The types around the place.
    var types: Set<TypeName> = []
    var depth = 0
    /// How many more places are looked at.
    var places: Int
  }

  func probes(
    of shape: Shape, at place: Place, in example: Value, _ trail: inout Trail
  ) -> [Probe] {
    trail.places -= 1
    guard trail.places > 0, trail.depth < 64 else { return [] }
    trail.depth += 1
    defer { trail.depth -= 1 }
    let value = fitting(example, shape)
    let kinds = KindProbes(kinds: self.kinds(of: shape), place: place, example: value).probes
    return kinds + rules(of: shape, at: place, in: value, &trail)
  }

  /// What is asked of a value beside its kind.
  func rules(
    of shape: Shape, at place: Place, in value: Value, _ trail: inout Trail
  ) -> [Probe] {
    switch shape {
    case .string(let rules):
      let example = value.text ?? RuledTexts(rules).example
      return StringProbes(rules: rules, place: place, example: example).probes
    case .integer(let rules):
      let example = value.integer ?? IntegerRange(rules).example
      return IntegerProbes(rules: rules, place: place, example: example).probes
    case .number(let rules):
      return NumberProbes(rules: rules, place: place, example: value.decimal).probes
    case .boolean:
      return [true, false].map { flag in
        .accepted("type", "\(flag)", "\(flag)", .boolean(flag), at: place)
      }
    case .array(let items, let rules, _):
      return array(items, rules, at: place, in: value, &trail)
    case .dictionary(let values, let rules):
      return dictionary(values, rules, at: place, in: value, &trail)
    case .any: return []
    case .nullable(let inner):
      let null = Probe.accepted("type", "null", "null", .null, at: place)
      return [null] + self.rules(of: inner, at: place, in: fitting(value, inner), &trail)
    case .declared(let name): return declared(name, in: value, &trail)
    }
  }

  private func declared(
    _ name: TypeName, in value: Value, _ trail: inout Trail
  ) -> [Probe] {
    guard let type = shapes.declaration(name), trail.types.insert(name).inserted else { return [] }
    defer { trail.types.remove(name) }
    switch type.kind {
    case .structure(let structure): return self.structure(structure, type.place, in: value, &trail)
    case .union(let union): return self.union(union, type, in: value, &trail)
    case .stringEnumeration(let cases):
      return EnumerationProbes(texts: cases.map(\.rawValue), place: type.place).probes
    case .integerEnumeration(let cases):
      return EnumerationProbes(integers: cases.map(\.rawValue), place: type.place).probes
    case .alias(let shape), .wrapper(let shape):
      return rules(of: shape, at: type.place, in: fitting(value, shape), &trail)
    }
  }

  /// The value, if it is of a kind that the shape has and is not null; else one made up.
  func fitting(_ value: Value, _ shape: Shape) -> Value {
    let kinds = kinds(of: shape)
    if kinds.contains(value.kind), value != .null { return value }
    return examples.value(of: shapes.resolve(shape))
  }

  /// The kinds of JSON that values of the shape have.
  func kinds(of shape: Shape) -> Set<Value.Kind> {
    if case .nullable(let inner) = shape { return kinds(of: inner).union([.null]) }
    switch shapes.resolve(shape) {
    case .string: return [.string]
    case .integer, .number: return [.number]
    case .boolean: return [.boolean]
    case .array: return [.array]
    case .dictionary: return [.object]
    case .any, .nullable: return Set(Value.Kind.allCases)
    case .declared(let name): return kinds(of: name, shape)
    }
  }

  private func kinds(of name: TypeName, _ shape: Shape) -> Set<Value.Kind> {
    switch shapes.declaration(name)?.kind {
    case .structure, .union: [.object]
    case .stringEnumeration: [.string]
    case .integerEnumeration: [.number]
    // A wrapper holds an array or a dictionary.
    case .wrapper(.array): [.array]
    case .wrapper(.dictionary): [.object]
    case .alias, .wrapper, nil: Set(Value.Kind.allCases)
    }
  }
}
