import AccordRuntime

/// Writes JSON values as elements, as their shapes say.
struct JSONToXML {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

  mutating func write(_ value: JSONValue, as shape: XMLShape, named name: String) {
    switch (shape.core, value) {
    case (_, .null): writeNull(name)
    case (.object(let members, let others), .object(let object)):
      writeObject(object, members, others: others ?? .any, named: name)
    case (.dictionary(let values), .object(let object)):
      writeObject(object, [], others: values, named: name)
    case (.array(let items, let item, _), .array(let elements)):
      writeElement(name, isEmpty: elements.isEmpty) { xml in
        for element in elements { xml.write(element, as: items, named: item) }
      }
    case (_, .object(let object)): writeAny(object, named: name)
    case (_, .array(let elements)):
      writeElement(name, isEmpty: elements.isEmpty) { xml in
        for element in elements { xml.write(element, as: .any, named: "item") }
      }
    default:
      let text = Self.text(of: value)
      writeElement(name, isEmpty: text.isEmpty) { $0.append(text, isAttribute: false) }
    }
  }

  private mutating func writeNull(_ name: String) {
    append("<\(XMLName.escaped(name)) xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
    append(" xsi:nil=\"true\"/>")
  }

  private mutating func writeElement(
    _ name: String, attributes: [(name: String, value: String)] = [], isEmpty: Bool,
    content: (inout JSONToXML) -> Void
  ) {
    let name = XMLName.escaped(name)
    append("<\(name)")
    for attribute in attributes {
      append(" \(XMLName.escaped(attribute.name))=\"")
      append(attribute.value, isAttribute: true)
      append("\"")
    }
    if isEmpty { return append("/>") }
    append(">")
    content(&self)
    append("</\(name)>")
  }

  /// The text of a value that is neither null nor made of others.
  private static func text(of value: JSONValue) -> String {
    switch value {
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .null, .array, .object: ""
    }
  }
}

/// Objects.
extension JSONToXML {
  private mutating func writeObject(
    _ object: JSONObject, _ members: [XMLMember], others: XMLShape, named name: String
  ) {
    var attributes: [(name: String, value: String)] = []
    var rest: [(JSONObject.Member, XMLMember?)] = []
    for part in object.members {
      let member = members.first { $0.name.isExactly(part.name) }
      if let member, member.isAttribute {
        // An attribute cannot be null, only absent.
        if part.value != .null { attributes.append((member.element, Self.text(of: part.value))) }
      } else {
        rest.append((part, member))
      }
    }
    writeElement(name, attributes: attributes, isEmpty: rest.isEmpty) { xml in
      for (part, member) in rest { xml.write(part, as: member, others: others) }
    }
  }

  private mutating func write(
    _ part: JSONObject.Member, as member: XMLMember?, others: XMLShape
  ) {
    guard let member else {
      return others.isFree ? writeAny(part) : write(part.value, as: others, named: part.name)
    }
    if case .array(let items, let item, isWrapped: false) = member.shape.core,
      case .array(let elements) = part.value
    {
      for element in elements { write(element, as: items, named: item) }
    } else {
      write(part.value, as: member.shape, named: member.writtenElement)
    }
  }

  private mutating func writeAny(_ object: JSONObject, named name: String) {
    writeElement(name, isEmpty: object.members.isEmpty) { xml in
      for member in object.members { xml.writeAny(member) }
    }
  }

  /// An array of no particular form as an element for each of its values.
  private mutating func writeAny(_ member: JSONObject.Member) {
    if case .array(let elements) = member.value {
      for element in elements { write(element, as: .any, named: member.name) }
    } else if member.name == XMLShape.textKey, case .string(let text) = member.value {
      append(text, isAttribute: false)
    } else {
      write(member.value, as: .any, named: member.name)
    }
  }
}

/// Text.
extension JSONToXML {
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Escaped for its place. Line ends and tabs are escaped where a parser would normalise them
  /// (XML 1.0, 2.11 and 3.3.3).
  private mutating func append(_ text: String, isAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\r": append("&#13;")
      case "\"" where isAttribute: append("&quot;")
      case "\n" where isAttribute: append("&#10;")
      case "\t" where isAttribute: append("&#9;")
      case "\t", "\n": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}

extension XMLShape {
  fileprivate var isFree: Bool { if case .any = core { true } else { false } }
}
