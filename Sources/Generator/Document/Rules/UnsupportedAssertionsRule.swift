import AccordYAML

extension Rule {
  /// An assertion stands beside the type it is about: anywhere else it would do nothing, or nothing yet.
  static let unsupportedAssertions = Rule(name: "unsupported-assertions") { set in
    set.inventory.schemas.flatMap(misplaced) + set.inventory.schemas.compactMap(doubleChoice)
      + set.inventory.schemas.flatMap(undescribed)
  }

  private static let keywords: [(types: Set<SchemaType>, names: [String])] = [
    ([.string], ["minLength", "maxLength", "pattern"]),
    (
      [.integer, .number],
      ["multipleOf", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"]
    ),
    ([.array], ["items", "minItems", "maxItems", "uniqueItems"]),
    (
      [.object],
      ["properties", "required", "additionalProperties", "minProperties", "maxProperties"]
    ),
  ]

  private static func misplaced(_ schema: Schema) -> [Diagnostic] {
    // Beside '$ref' every assertion is refused already, and a broken type is a problem of shape.
    // Beside 'oneOf' the rule on unions speaks of it.
    guard schema.reference == nil, schema.types?.isEmpty != true,
      schema.combinations.oneOf.isEmpty
    else { return [] }
    let type = schema.impliedType
    return keywords.filter { type.map($0.types.contains) != true }.flatMap(\.names)
      .filter { schema.node[$0] != nil }
      .map { name in
        let message =
          type.map { "'\(name)' says nothing about \($0.withArticle)" }
          ?? "'\(name)' without 'type' is not supported yet"
        return Diagnostic(at: schema.range(ofKey: name), message)
      }
  }

  /// Where others are allowed, a required member need not be a property; but then it has no Swift name.
  private static func undescribed(_ schema: Schema) -> [Diagnostic] {
    if case .denied = schema.objects.additionalProperties { return [] }
    let names = schema.objects.properties.map(\.name)
    return (schema.node["required"]?.sequence ?? [])
      .filter { !names.contains(exactly: $0.string) }
      .map {
        let name = $0.string ?? ""
        let hint = suggestion(for: name, among: names)
        return Diagnostic(
          at: $0.range, "'\(name)' is required, but not among the properties\(hint)")
      }
  }

  private static func doubleChoice(_ schema: Schema) -> Diagnostic? {
    guard schema.const != nil, schema.enumValues != nil else { return nil }
    return Diagnostic(
      at: schema.range(ofKey: "const"), "'const' beside 'enum' is not supported yet")
  }
}

extension Schema {
  /// The type beside null; without `type`, what the values or members listed are. Nil when anything goes.
  var impliedType: SchemaType? {
    if let types { return types.first { $0 != .null } }
    if let value = enumValues?.first(where: { !$0.isNull }) ?? const {
      let kinds: [SchemaType] = [.string, .integer, .number, .boolean]
      return kinds.first(where: value.isOf)
    }
    if !objects.properties.isEmpty || !combinations.oneOf.isEmpty { return .object }
    return arrays.items == nil ? nil : .array
  }
}
