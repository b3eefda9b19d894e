import AccordModel

/// The declared types of a contract by name, for emitters that look inside shapes.
struct Shapes {
  private let declarations: [TypeName: TypeDeclaration]

  init(_ contract: Contract) {
    declarations = Dictionary(contract.allTypes.map { ($0.name, $0) }) { first, _ in first }
  }

  func declaration(_ name: TypeName) -> TypeDeclaration? { declarations[name] }

  /// The shape without null, and what its aliases stand for.
  func resolve(_ shape: Shape) -> Shape {
    var shape = shape
    // Bounded by the number of types, so that aliases in a circle, which no lowering makes, end too.
    for _ in 0...declarations.count {
      switch shape {
      case .nullable(let inner): shape = inner
      case .declared(let name):
        guard case .alias(let target)? = declarations[name]?.kind else { return shape }
        shape = target
      default: return shape
      }
    }
    return .any
  }

  /// The structure that the shape is; nil if it is none.
  func structure(_ shape: Shape) -> Structure? {
    guard case .declared(let name) = resolve(shape),
      case .structure(let structure)? = declarations[name]?.kind
    else { return nil }
    return structure
  }

  /// The union that the shape is, and its declaration; nil if it is none.
  func union(_ shape: Shape) -> (Union, TypeDeclaration)? {
    guard case .declared(let name) = resolve(shape), let type = declarations[name],
      case .union(let union) = type.kind
    else { return nil }
    return (union, type)
  }

  /// The structure that a value of the shape follows: of a union, the first alternative that has
  /// the value's members and requires no others.
  func structure(_ shape: Shape, of value: Value) -> Structure? {
    guard case .declared(let name) = resolve(shape),
      case .union(let union)? = declarations[name]?.kind
    else { return structure(shape) }
    let names = Set(value.members?.map(\.name) ?? [])
    return union.alternatives.lazy.compactMap { structure($0.shape, of: value) }.first {
      names.isSubset(of: $0.properties.map(\.wireName))
        && names.isSuperset(of: $0.properties.filter(\.isRequired).map(\.wireName))
    }
  }

  /// Whether an object with these members may be a value of the shape, as far as names tell.
  func mayHold(_ shape: Shape, members names: Set<String>) -> Bool {
    guard case .declared(let name) = resolve(shape) else { return true }
    switch declarations[name]?.kind {
    case .structure(let structure):
      return names.isSuperset(of: structure.properties.filter(\.isRequired).map(\.wireName))
    case .union(let union):
      return union.alternatives.contains { mayHold($0.shape, members: names) }
    case .stringEnumeration, .integerEnumeration, .alias, .wrapper, nil: return true
    }
  }

  /// Whether its values stand without quotes in JSON.
  func isUnquoted(_ shape: Shape) -> Bool {
    switch resolve(shape) {
    case .integer, .number, .boolean: true
    case .declared(let name):
      if case .integerEnumeration? = declarations[name]?.kind { true } else { false }
    case .string, .array, .dictionary, .any, .nullable: false
    }
  }
}
