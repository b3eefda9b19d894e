import AccordModel

/// How one contract's code refers to types.
struct Spelling {
  private let declarations: [TypeName: TypeDeclaration]
  /// Top-level types that something nested, or a member, hides where they are referred to.
  private let hidden: Set<Identifier>
  let patterns: PatternNames

  init(_ contract: Contract) {
    let all = contract.allTypes
    declarations = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    var nested: Set<Identifier> = [
      Identifier("Input"), Identifier("Output"), Identifier("Response"), Identifier("Principal"),
      Identifier("Service"),
    ]
    for type in all where type.name.path.count > 1 { nested.insert(type.name.last) }
    nested.formUnion(contract.memberNames)
    hidden = nested.intersection(contract.types.map(\.name.last))
    patterns = PatternNames(contract)
  }

  func declaration(_ name: TypeName) -> TypeDeclaration? { declarations[name] }

  /// The types that need a second name, in order.
  func aliases(_ contract: Contract) -> [Identifier] {
    contract.types.map(\.name.last).filter(hidden.contains)
  }

  /// A declared type where it is used.
  func reference(_ name: TypeName) -> Code {
    guard let first = name.path.first, hidden.contains(first) else { return "\(name)" }
    return name.path.dropFirst().reduce("\(first, suffix: "Model")") { "\($0).\($1)" }
  }

  /// The shape that an alias stands for; any other shape is itself.
  func resolve(_ shape: Shape) -> Shape {
    var shape = shape
    // Bounded by the number of types, so that aliases in a circle, which no lowering makes, end too.
    for _ in 0...declarations.count {
      guard case .declared(let name) = shape, case .alias(let target)? = declarations[name]?.kind
      else { return shape }
      shape = target
    }
    return .any
  }

  /// The shape without null, and whether null is allowed.
  func present(_ shape: Shape) -> (shape: Shape, isNullable: Bool) {
    guard case .nullable(let inner) = resolve(shape) else { return (shape, false) }
    return (inner, true)
  }

  func type(_ shape: Shape) -> Code {
    switch shape {
    case .string: "String"
    case .integer(let rules): rules.width == .int32 ? "Int32" : "Int"
    case .number: "Double"
    case .boolean: "Bool"
    case .array(let element, _, _): "[\(type(element))]"
    case .dictionary(let value, _): "[String: \(type(value))]"
    case .any: "JSONValue"
    case .declared(let name): reference(name)
    case .nullable(let inner): "\(type(inner))?"
    }
  }
}

extension Contract {
  /// What properties, parameters and functions are called: in the expressions beside them these
  /// come before types of the same name.
  var memberNames: Set<Identifier> {
    var names = Set(operations.flatMap { [$0.name] + $0.parameters.map(\.name) })
    for kind in allTypes.map(\.kind) {
      switch kind {
      case .structure(let structure): names.formUnion(structure.fields.map(\.name))
      case .union(let union): names.formUnion(union.alternatives.map(\.name))
      case .stringEnumeration, .integerEnumeration, .alias, .wrapper: break
      }
    }
    return names
  }

  /// Every declared type, at whatever depth.
  var allTypes: [TypeDeclaration] {
    (types + operations.flatMap(\.types)).flatMap(\.withNested)
  }
}

extension TypeDeclaration {
  var withNested: [TypeDeclaration] { [self] + nested.flatMap(\.withNested) }
}
