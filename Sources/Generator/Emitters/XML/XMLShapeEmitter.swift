import AccordModel

/// The shapes of types that stand in XML documents: which element or attribute holds what.
struct XMLShapeEmitter {
  let spelling: Spelling

  /// Empty for a type whose shape stands where the type is used.
  func conformance(_ type: TypeDeclaration) -> Code {
    switch type.kind {
    case .structure(let structure): conformance(type.name, object(structure))
    case .union(let union): conformance(type.name, merged(union))
    case .wrapper(let shape): conformance(type.name, "XMLShape\(self.shape(shape))")
    case .stringEnumeration, .integerEnumeration, .alias: ""
    }
  }

  private func conformance(_ name: TypeName, _ shape: Code) -> Code {
    """
    extension \(name): XMLCodable {
      public static let xmlShape = \(shape)
    }
    """
  }

  private func object(_ structure: Structure) -> Code {
    let members = structure.properties.map(member)
    let others: Code =
      if case .kept(_, let shape) = structure.additional { ", others: \(self.shape(shape))" } else {
        ""
      }
    if members.isEmpty { return "XMLShape.object([]\(others))" }
    let line: Code = "XMLShape.object([\(members, separator: ", ")]\(others))"
    if members.count == 1, line.width < lineWidth - 25 { return line }
    // The formatter wants no comma behind the only element.
    let end: Code = members.count == 1 ? "" : ","
    return """
      XMLShape.object([
        \(members.joined(",\n"))\(end)
      ]\(others))
      """
  }

  private func merged(_ union: Union) -> Code {
    let shapes: [Code] = union.alternatives.map { "\(spelling.type($0.shape)).xmlShape" }
    return Code.call("XMLShape.merged", shapes, width: lineWidth - 25)
  }

  private func member(_ property: Property) -> Code {
    let arguments: [Code] = [
      "\(literal: property.wireName)", shape(property.shape),
      property.xml.name == property.wireName ? "" : "element: \(literal: property.xml.name)",
      property.xml.isAttribute ? "isAttribute: true" : "",
    ]
    return "XMLMember(\(arguments, separator: ", "))"
  }

  func shape(_ shape: Shape) -> Code {
    switch spelling.resolve(shape) {
    case .string: ".string"
    case .integer: ".integer"
    case .number: ".number"
    case .boolean: ".boolean"
    case .any: ".any"
    case .nullable(let inner): ".nullable(\(self.shape(inner)))"
    case .dictionary(let value, _): ".dictionary(\(self.shape(value)))"
    case .array(let element, _, let xml): array(element, xml)
    case .declared(let name): declared(name)
    }
  }

  private func array(_ element: Shape, _ xml: XMLArray) -> Code {
    let isWrapped: Code = xml.isWrapped ? "true" : "false"
    return ".array(\(shape(element)), item: \(literal: xml.itemName), isWrapped: \(isWrapped))"
  }

  private func declared(_ name: TypeName) -> Code {
    switch spelling.declaration(name)?.kind {
    case .stringEnumeration: ".string"
    case .integerEnumeration: ".integer"
    case .structure, .union, .wrapper, .alias, nil: ".type(\(spelling.reference(name)).self)"
    }
  }
}
