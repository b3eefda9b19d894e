import AccordModel

/// The patterns of a contract, each with the name under which generated code keeps it.
struct PatternNames {
  /// Those of aliases first, then in order of first use.
  private(set) var entries: [(name: Code, rule: PatternRule)] = []
  /// The enumeration that holds them: unlike types, and unlike what would hide it.
  let holder: Code
  private var names: [PatternRule: Code] = [:]
  private var taken: Set<String> = []

  init(_ contract: Contract) {
    let types = contract.allTypes.map(\.name.last.text) + contract.operations.map(\.typeName.text)
    let members = contract.memberNames.map(\.text)
    holder = Code.name(["Patterns", "ContractPatterns"], unlike: types + members)
    // An alias is the contract's own name for a pattern, wherever it stands.
    for type in contract.allTypes {
      if case .alias = type.kind { add(type) }
    }
    for type in contract.allTypes { add(type) }
    for operation in contract.operations {
      for parameter in operation.parameters { add(parameter.shape, parameter.name) }
      if let body = operation.body { add(body.content.shape, operation.name) }
      for response in operation.responses {
        if let content = response.content { add(content.shape, operation.name) }
        for header in response.headers { add(header.shape, header.name) }
      }
    }
  }

  func name(_ rule: PatternRule) -> Code { names[rule] ?? "" }

  private mutating func add(_ type: TypeDeclaration) {
    switch type.kind {
    case .structure(let structure):
      for property in structure.properties { add(property.shape, property.name) }
      if case .kept(let name, let shape) = structure.additional { add(shape, name) }
    case .union(let union):
      for alternative in union.alternatives { add(alternative.shape, alternative.name) }
    case .alias(let shape), .wrapper(let shape): add(shape, type.name.last)
    case .stringEnumeration, .integerEnumeration: break
    }
  }

  private mutating func add(_ shape: Shape, _ user: Identifier) {
    switch shape {
    case .string(let rules): if let pattern = rules.pattern { add(pattern, user) }
    case .array(let element, _, _): add(element, user)
    case .dictionary(let value, _): add(value, user)
    case .nullable(let inner): add(inner, user)
    case .integer, .number, .boolean, .any, .declared: break
    }
  }

  private mutating func add(_ rule: PatternRule, _ user: Identifier) {
    guard names[rule] == nil else { return }
    // A letter in lower case and digits at the end leave an identifier what it is.
    let stem = user.text.prefix(1).lowercased() + user.text.dropFirst()
    var name = stem
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)\(number)"
      number += 1
    }
    names[rule] = Code(identifier: name)
    entries.append((Code(identifier: name), rule))
  }
}
