import AccordDocument
import AccordPattern

extension Lowering {
  /// - Parameter memberName: what the value is called where it stands, for arrays in XML.
  func shape(of schema: Schema, called memberName: String) -> Shape {
    let target = document.schema(schema).value
    let xml = Annotations(schema, in: document)
    let shape = bareShape(of: target, called: memberName, xml)
    return target.isNullable && shape != .any ? .nullable(shape) : shape
  }

  private func bareShape(
    of schema: Schema, called memberName: String, _ xml: Annotations
  ) -> Shape {
    if types.needsType(schema), let name = types.name(of: schema) { return .declared(name) }
    return structuralShape(of: schema, called: memberName, xml)
  }

  /// The shape without regard to a declared type: what an alias or wrapper stands for.
  func structuralShape(
    of schema: Schema, called memberName: String, _ xml: Annotations
  ) -> Shape {
    switch SchemaKind(schema) {
    case .string: .string(stringRules(schema))
    case .integer: .integer(integerRules(schema))
    case .number: .number(numberRules(schema))
    case .boolean: .boolean
    case .array(let items): arrayShape(schema, items: items, called: memberName, xml)
    case .dictionary(let values):
      .dictionary(values.map { shape(of: $0, called: "value") } ?? .any, objectRules(schema))
    // A structure, union or enumeration always has a name; should it lack one, its values still pass.
    case .any, .structure, .union, .stringEnumeration, .integerEnumeration: .any
    }
  }

  private func arrayShape(
    _ schema: Schema, items: Schema?, called memberName: String, _ xml: Annotations
  ) -> Shape {
    let isWrapped = xml.isXMLWrapped
    let outerName = isWrapped ? xml.xmlName ?? memberName : memberName
    let itemName = items.flatMap { Annotations($0, in: document).xmlName } ?? outerName
    return .array(
      items.map { shape(of: $0, called: itemName) } ?? .any,
      ArrayRules(
        minItems: schema.arrays.minItems ?? 0, maxItems: schema.arrays.maxItems,
        uniqueItems: schema.arrays.uniqueItems),
      XMLArray(itemName: itemName, isWrapped: isWrapped))
  }

  private func stringRules(_ schema: Schema) -> StringRules {
    StringRules(
      minLength: schema.strings.minLength ?? 0, maxLength: schema.strings.maxLength,
      pattern: schema.strings.pattern.flatMap(patternRule),
      format: schema.format.flatMap(StringFormat.init), isSecret: schema.format == "password")
  }

  private func patternRule(_ source: String) -> PatternRule? {
    document.pattern(source).map {
      PatternRule(
        source: source, automaton: $0.automaton.encoded, texts: PatternTexts(of: $0.automaton))
    }
  }

  func objectRules(_ schema: Schema) -> ObjectRules {
    ObjectRules(
      minProperties: schema.objects.minProperties ?? 0,
      maxProperties: schema.objects.maxProperties)
  }
}
