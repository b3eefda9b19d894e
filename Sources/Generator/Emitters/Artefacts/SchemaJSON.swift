import AccordModel

/// Shapes as JSON Schema draft-07, the version that most validators know.
///
/// The schema asks nothing that the contract does not ask. Where draft-07 lacks something, a format
/// or a pattern that only the regular expressions of Unicode mode can express, it asks less, or with
/// keywords of its own.
struct SchemaJSON {
  /// What schemas say beside the contract's rules.
  enum Style {
    case rules
    /// For Ajv 6, which Postman has. It divides binary fractions, and its patterns count UTF-16 code
    /// units: `decimalMultipleOf` and `unicodePattern` stand for what it would get wrong, and have to
    /// be made known to it, as have the formats that it lacks. It takes a member `__proto__` for the
    /// prototype, which is not asked for.
    case javaScript
    /// An object has no members but those that its type declares, unless the contract says what
    /// others it may have; and values have OpenAPI's `xml` objects (3.1, 4.8.26). What draft-07 lacks
    /// is there nevertheless: all formats, the bounds of 64 bits, and a pattern that only Unicode mode
    /// can express as `unicodePattern`.
    case closedWithXML
  }

  let shapes: Shapes
  let style: Style

  init(_ shapes: Shapes, style: Style = .rules) {
    self.shapes = shapes
    self.style = style
  }

  /// A schema that stands by itself: declared types are under `definitions`, in alphabetical order.
  func document(_ shape: Shape) -> Value {
    let definitions = definitions(of: [shape])
    return schema(shape).adding("definitions", definitions.isEmpty ? nil : .object(definitions))
  }

  /// The declared types that the shapes reach, in alphabetical order.
  func definitions(of roots: [Shape]) -> [Value.Member] {
    let names = roots.declaredTypes { shapes.declaration($0)?.kind }
    return names.map { (Self.key($0), $0) }.sorted { $0.0 < $1.0 }
      .map { Value.Member(name: $0.0, value: definition($0.1)) }
  }

  private static func key(_ name: TypeName) -> String {
    name.path.map(\.text).joined(separator: ".")
  }

  /// The schema without the definitions that it refers to.
  func schema(_ shape: Shape) -> Value {
    switch shape {
    case .string(let rules): string(rules)
    case .integer(let rules): integer(rules)
    case .number(let rules): number(rules)
    case .boolean: ["type": "boolean"]
    case .array(let items, let rules, let xml): array(items, rules, xml)
    case .dictionary(let values, let rules):
      object(rules).adding("additionalProperties", values == .any ? nil : schema(values))
    case .any: [:]
    case .declared(let name): ["$ref": "#/definitions/\(Self.key(name))"]
    case .nullable(let inner): ["anyOf": [schema(inner), ["type": "null"]]]
    }
  }

  private func definition(_ name: TypeName) -> Value {
    switch shapes.declaration(name)?.kind {
    case .structure(let structure): schema(structure)
    case .union(let union):
      // Where alternatives are asked less than they say, a value may fit several.
      Value.object([]).adding(
        style == .javaScript ? "anyOf" : "oneOf",
        .array(union.alternatives.map { schema($0.shape) }))
    case .stringEnumeration(let cases):
      ["type": "string", "enum": .array(cases.map { .string($0.rawValue) })]
    case .integerEnumeration(let cases):
      ["type": "integer", "enum": .array(cases.map { .integer($0.rawValue) })]
    case .alias(let shape), .wrapper(let shape): schema(shape)
    case nil: [:]
    }
  }

  private func schema(_ structure: Structure) -> Value {
    let known = structure.properties.filter { style != .javaScript || $0.wireName != "__proto__" }
    let required = known.filter(\.isRequired).map { Value.string($0.wireName) }
    let properties = known.map {
      Value.Member(name: $0.wireName, value: schema($0))
    }
    return object(structure.rules)
      .adding("required", required.isEmpty ? nil : .array(required))
      .adding("properties", properties.isEmpty ? nil : .object(properties))
      .adding(
        "additionalProperties",
        known.count == structure.properties.count ? additional(structure.additional) : nil)
  }

  private func additional(_ members: AdditionalMembers) -> Value? {
    switch members {
    case .ignored: style == .closedWithXML ? false : nil
    case .kept(_, .any): nil
    case .refused: false
    case .kept(_, let shape): schema(shape)
    }
  }
}

// Rules.
extension SchemaJSON {
  private func object(_ rules: ObjectRules) -> Value {
    Value(dictionaryLiteral: ("type", "object"))
      .adding("minProperties", rules.minProperties == 0 ? nil : .integer(rules.minProperties))
      .adding("maxProperties", rules.maxProperties.map { .integer($0) })
  }

  private func array(_ items: Shape, _ rules: ArrayRules, _ xml: XMLArray) -> Value {
    Value(dictionaryLiteral: ("type", "array"))
      .adding("items", items == .any ? nil : schema(items).adding("xml", itemXML(xml)))
      .adding("minItems", rules.minItems == 0 ? nil : .integer(rules.minItems))
      .adding("maxItems", rules.maxItems.map { .integer($0) })
      .adding("uniqueItems", rules.uniqueItems ? true : nil)
      .adding("xml", style == .closedWithXML && xml.isWrapped ? ["wrapped": true] : nil)
  }

  private func string(_ rules: StringRules) -> Value {
    Value(dictionaryLiteral: ("type", "string"))
      .adding("minLength", rules.minLength == 0 ? nil : .integer(rules.minLength))
      .adding("maxLength", rules.maxLength.map { .integer($0) })
      .adding("pattern", rules.pattern.flatMap(pattern))
      .adding(Self.unicodePattern, rules.pattern.flatMap(unicodePattern))
      .adding("format", rules.format.flatMap(format))
  }

  /// Validators read a pattern without the flag `u`, which gives these another meaning.
  private func pattern(_ rule: PatternRule) -> Value? {
    let source = rule.source
    let isPlain = source.unicodeScalars.allSatisfy { $0.value <= 0xFFFF }
    let isUnicode = ["\\p", "\\P", "\\u{"].contains { source.contains($0) }
    let isCounted = style != .javaScript || !source.matchesAnyCharacter
    return isPlain && !isUnicode && isCounted ? .string(source) : nil
  }

  static let unicodePattern = "unicodePattern"
  static let decimalMultiple = "decimalMultipleOf"

  private func unicodePattern(_ rule: PatternRule) -> Value? {
    style != .rules && pattern(rule) == nil ? .string(rule.source) : nil
  }

  private func format(_ format: StringFormat) -> Value? {
    switch format {
    case .dateTime, .date, .time, .email, .uri, .uriReference, .hostname, .ipv4, .ipv6, .uuid:
      .string(format.rawValue)
    // Not in draft-07, and refused by validators that check formats, unless they have been told.
    case .duration, .byte: style != .rules ? .string(format.rawValue) : nil
    }
  }

  private func integer(_ rules: IntegerRules) -> Value {
    let (least, greatest): (Int?, Int?) =
      switch rules.width {
      case .int32: (Int(Int32.min), Int(Int32.max))
      case .int64: style == .closedWithXML ? (.min, .max) : (nil, nil)
      }
    return Value(dictionaryLiteral: ("type", "integer"))
      .adding("minimum", (rules.minimum ?? (rules.least == nil ? least : nil)).map { .integer($0) })
      .adding(
        "maximum", (rules.maximum ?? (rules.greatest == nil ? greatest : nil)).map { .integer($0) }
      )
      .adding("exclusiveMinimum", rules.exclusiveMinimum.map { .integer($0) })
      .adding("exclusiveMaximum", rules.exclusiveMaximum.map { .integer($0) })
      .adding("multipleOf", rules.multipleOf.map { .integer($0) })
  }

  private func number(_ rules: NumberRules) -> Value {
    Value(dictionaryLiteral: ("type", "number"))
      .adding("minimum", rules.minimum.map { .number($0) })
      .adding("maximum", rules.maximum.map { .number($0) })
      .adding("exclusiveMinimum", rules.exclusiveMinimum.map { .number($0) })
      .adding("exclusiveMaximum", rules.exclusiveMaximum.map { .number($0) })
      .adding(multipleKeyword(rules), rules.multipleOf.map { .number($0) })
  }

  private func multipleKeyword(_ rules: NumberRules) -> String {
    let isWhole = rules.multipleOf?.allSatisfy(\.isNumber) ?? true
    return style == .javaScript && !isWhole ? Self.decimalMultiple : "multipleOf"
  }
}

extension String {
  /// Whether a part of the pattern takes characters for what they are not, and so those beyond the
  /// Basic Multilingual Plane: `.`, `[^…]`, `\W`, `\D`, `\S`.
  fileprivate var matchesAnyCharacter: Bool {
    var (isEscaped, isInClass, last) = (false, false, Character(" "))
    for character in self {
      if isEscaped {
        if "WDS".contains(character) { return true }
      } else if character == "." && !isInClass || character == "^" && isInClass && last == "[" {
        return true
      } else if character == "[" || character == "]" {
        isInClass = character == "["
      }
      isEscaped = character == "\\" && !isEscaped
      last = character
    }
    return false
  }
}

// XML.
extension SchemaJSON {
  private func itemXML(_ xml: XMLArray) -> Value? {
    style == .closedWithXML ? ["name": .string(xml.itemName)] : nil
  }

  /// The value's schema, and what XML calls the member where that is another name.
  private func schema(_ property: Property) -> Value {
    let schema = schema(property.shape)
    guard style == .closedWithXML else { return schema }
    let isNamed = property.xml.name != property.wireName
    let xml = (schema["xml"] ?? [:])
      .adding("name", isNamed ? .string(property.xml.name) : nil)
      .adding("attribute", property.xml.isAttribute ? true : nil)
    return schema.replacing("xml", with: xml == [:] ? nil : xml)
  }
}
