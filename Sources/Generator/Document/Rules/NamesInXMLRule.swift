import AccordYAML

extension Rule {
  /// What XML bodies lead to has names that XML can write as they are, attributes that hold text,
  /// and no two members that look alike.
  static let namesInXML = Rule(name: "names-in-xml") { set in
    set.schemasInXML.flatMap { schema in
      names(in: schema, set) + attributes(of: schema, set) + doubles(in: schema, set)
    } + wrapped(set) + roots(set)
  }

  private static func wrapped(_ set: DocumentSet) -> [Diagnostic] {
    set.inventory.schemas.compactMap { schema in
      guard let xml = schema.xml, xml.wrapped,
        let target = set.resolve(.inline(schema))?.value, target.impliedType != .array
      else { return nil }
      return Diagnostic(at: xml.range(ofKey: "wrapped"), "'wrapped' is for arrays only")
    }
  }

  private static func roots(_ set: DocumentSet) -> [Diagnostic] {
    set.contentMaps.flatMap(\.content).filter { MediaKind($0.name) == .xml }
      .compactMap(\.value.schema).flatMap { set.chain(from: $0) ?? [] }.compactMap(\.xml)
      .filter(\.attribute).map {
        Diagnostic(
          at: $0.range(ofKey: "attribute"), "the root of a document cannot be an attribute")
      }
  }

  /// A member's own name needs no such rule: what XML cannot write of it is escaped.
  private static func names(in schema: Schema, _ set: DocumentSet) -> [Diagnostic] {
    let written = [schema] + schema.parts.flatMap { set.chain(from: $0)?.dropLast() ?? [] }
    return written.compactMap(\.xml).compactMap { xml in
      guard let name = xml.name, !name.isXMLName else { return nil }
      return Diagnostic(at: xml.range(of: "name"), "'\(name)' is not the name of an XML element")
    }
  }

  private static func attributes(of schema: Schema, _ set: DocumentSet) -> [Diagnostic] {
    schema.objects.properties.filter { XMLForm($0, in: set).isAttribute }.compactMap { property in
      switch set.resolve(.inline(property.value))?.value.impliedType {
      case .string, .integer, .number, .boolean: nil
      case .array, .object, .null, nil:
        Diagnostic(
          at: property.nameRange,
          "'\(property.name)' cannot be an attribute: only a string, number or boolean can")
      }
    }
  }

  private static func doubles(in schema: Schema, _ set: DocumentSet) -> [Diagnostic] {
    var known: [(property: OrderedMap<Schema>.Entry, form: XMLForm)] = []
    return schema.objects.properties.compactMap { property in
      let form = XMLForm(property, in: set)
      let other = known.first {
        $0.form.isAttribute == form.isAttribute && $0.form.name.isExactly(form.name)
      }
      known.append((property, form))
      return other.map { other in
        Diagnostic(
          at: property.nameRange,
          "the XML of '\(property.name)' cannot be told from that of '\(other.property.name)'",
          notes: [.note(at: other.property.nameRange, "'\(other.property.name)' is here")])
      }
    }
  }
}

extension String {
  /// A name without a colon (Namespaces in XML 1.0, production 4).
  fileprivate var isXMLName: Bool {
    guard let first = unicodeScalars.first, first.startsXMLName else { return false }
    return unicodeScalars.allSatisfy(\.continuesXMLName)
  }
}

// XML 1.0 (fifth edition), productions 4 and 4a.
extension Unicode.Scalar {
  fileprivate var startsXMLName: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  fileprivate var continuesXMLName: Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsXMLName
    }
  }
}
