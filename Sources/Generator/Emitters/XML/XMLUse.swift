import AccordModel

/// Which types of a contract stand in XML documents.
struct XMLUse {
  private(set) var types: Set<TypeName> = []

  init(_ contract: Contract, _ spelling: Spelling) {
    for operation in contract.operations {
      let contents = [operation.body?.content] + operation.responses.map(\.content)
      for case let content? in contents where content.hasXML { add(content.shape, spelling) }
    }
  }

  private mutating func add(_ shape: Shape, _ spelling: Spelling) {
    switch shape {
    case .declared(let name):
      guard types.insert(name).inserted, let type = spelling.declaration(name) else { return }
      add(type, spelling)
    case .array(let element, _, _): add(element, spelling)
    case .dictionary(let value, _): add(value, spelling)
    case .nullable(let inner): add(inner, spelling)
    case .string, .integer, .number, .boolean, .any: break
    }
  }

  private mutating func add(_ type: TypeDeclaration, _ spelling: Spelling) {
    switch type.kind {
    case .structure(let structure):
      for field in structure.fields { add(field.shape, spelling) }
    case .union(let union):
      for alternative in union.alternatives { add(alternative.shape, spelling) }
    case .alias(let shape), .wrapper(let shape): add(shape, spelling)
    case .stringEnumeration, .integerEnumeration: break
    }
  }
}

extension Content {
  var hasXML: Bool { representations.contains { $0.codec == .xml } }

  /// What a client reads and writes: JSON if there is JSON, and never the text of one property.
  var preferred: Representation? {
    let whole = representations.filter { representation in
      if case .textOfProperty = representation.codec { false } else { true }
    }
    return whole.first { $0.codec == .json } ?? whole.first
  }
}
