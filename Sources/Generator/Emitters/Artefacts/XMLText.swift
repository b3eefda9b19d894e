import AccordModel

/// Values as XML that people read, as the services read and write it: a level a line, two spaces each.
struct XMLText {
  private let shapes: Shapes

  init(_ shapes: Shapes) {
    self.shapes = shapes
  }

  func document(_ value: Value, of content: Content) -> String {
    element(content.xmlName, value, content.shape, "").joined(separator: "\n")
  }

  /// The lines of an element. What is null has none, which is how XML leaves it out.
  private func element(
    _ name: String, _ value: Value, _ shape: Shape, _ indentation: String
  ) -> [String] {
    switch value {
    case .null: return []
    case .boolean, .number, .string:
      return ["\(indentation)<\(name)>\(Self.escaped(value.plainText))</\(name)>"]
    case .array(let items):
      return surrounded(name, "", indentation, array(items, shape, indentation + "  "))
    case .object(let members):
      let parts = parts(members, value, shape, indentation + "  ")
      return surrounded(name, parts.attributes, indentation, parts.lines)
    }
  }

  private func surrounded(
    _ name: String, _ attributes: String, _ indentation: String, _ lines: [String]
  ) -> [String] {
    if lines.isEmpty { return ["\(indentation)<\(name)\(attributes)/>"] }
    return ["\(indentation)<\(name)\(attributes)>"] + lines + ["\(indentation)</\(name)>"]
  }

  private func array(_ items: [Value], _ shape: Shape, _ indentation: String) -> [String] {
    guard case .array(let itemShape, _, let xml) = unwrapped(shape) else { return [] }
    return items.flatMap { element(xml.itemName, $0, itemShape, indentation) }
  }

  private func parts(
    _ members: [Value.Member], _ value: Value, _ shape: Shape, _ indentation: String
  ) -> (attributes: String, lines: [String]) {
    let structure = shapes.structure(shape, of: value)
    var (attributes, lines) = ("", [String]())
    for member in members {
      let property = structure?.properties.first { $0.wireName == member.name }
      if let property, property.xml.isAttribute {
        attributes += " \(property.xml.name)=\"\(Self.escaped(member.value.plainText))\""
      } else if let property {
        lines += self.lines(of: property, member.value, indentation)
      } else {
        lines += element(member.name, member.value, others(shape, structure), indentation)
      }
    }
    return (attributes, lines)
  }

  /// The items of an array stand in an element of their own only if the contract says so.
  private func lines(of property: Property, _ value: Value, _ indentation: String) -> [String] {
    if case .array(let items) = value, case .array(_, _, let xml) = unwrapped(property.shape),
      !xml.isWrapped
    {
      return array(items, property.shape, indentation)
    }
    return element(property.xml.name, value, property.shape, indentation)
  }

  /// What members that are not declared are.
  private func others(_ shape: Shape, _ structure: Structure?) -> Shape {
    if case .kept(_, let shape)? = structure?.additional { return shape }
    if case .dictionary(let values, _) = unwrapped(shape) { return values }
    return .any
  }

  /// Without null, aliases and the types around arrays and dictionaries that contain themselves.
  private func unwrapped(_ shape: Shape) -> Shape {
    let resolved = shapes.resolve(shape)
    guard case .declared(let name) = resolved,
      case .wrapper(let inner)? = shapes.declaration(name)?.kind
    else { return resolved }
    return inner
  }

  /// XML 1.0, 2.4; carriage returns are read as line feeds unless they are escaped (2.11).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\r": escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
