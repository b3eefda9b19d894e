import AccordModel

/// Which types of a contract stand in XML documents.
struct XMLUse {
  private(set) var types: Set<TypeName> = []

  init(_ contract: Contract, _ spelling: Spelling) {
    for operation in contract.operations {
      let contents = [operation.body?.content] + operation.responses.map(\.content)
      let roots = contents.compactMap(\.self).filter(\.hasXML).map(\.shape)
      types.formUnion(roots.declaredTypes(besides: types) { spelling.declaration($0)?.kind })
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
