import AccordModel

extension [Shape] {
  /// The declared types that the shapes reach, besides those that are known and what only these
  /// reach. The stack is on the heap, since a chain of types may be as long as the contract.
  func declaredTypes(
    besides known: Set<TypeName> = [], kind: (TypeName) -> TypeDeclaration.Kind?
  ) -> Set<TypeName> {
    var found: Set<TypeName> = []
    var waiting = self
    while let shape = waiting.popLast() {
      switch shape {
      case .array(let inner, _, _), .dictionary(let inner, _), .nullable(let inner):
        waiting.append(inner)
      case .declared(let name):
        if !known.contains(name), found.insert(name).inserted {
          waiting += kind(name)?.parts ?? []
        }
      case .string, .integer, .number, .boolean, .any: break
      }
    }
    return found
  }
}

extension TypeDeclaration.Kind {
  /// The shapes of what a value holds.
  fileprivate var parts: [Shape] {
    switch self {
    case .structure(let structure): structure.fields.map(\.shape)
    case .union(let union): union.alternatives.map(\.shape)
    case .alias(let shape), .wrapper(let shape): [shape]
    case .stringEnumeration, .integerEnumeration: []
    }
  }
}
