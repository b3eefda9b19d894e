import AccordYAML

extension Rule {
  /// Schema keywords that are not compiled yet: refused, never skipped.
  static let unsupportedKeywords = Rule(name: "unsupported-keywords") { set in
    set.inventory.schemas.flatMap { keywords($0) + siblings($0) + falseSchema($0) + xml($0) }
      + set.inventory.documents.compactMap(dialect)
  }

  private static let unsupported: Set = [
    "allOf", "anyOf", "not", "if", "then", "else", "patternProperties", "propertyNames",
    "dependentRequired", "dependentSchemas", "prefixItems", "contains", "minContains",
    "maxContains", "unevaluatedItems", "unevaluatedProperties", "$id", "$schema", "$anchor",
    "$dynamicRef", "$dynamicAnchor", "$vocabulary", "contentEncoding",
    "contentMediaType", "contentSchema", "readOnly", "writeOnly",
  ]

  /// What changes the meaning of a `$ref` it stands beside.
  private static let assertions: Set = [
    "type", "enum", "const", "format", "multipleOf", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "minLength", "maxLength", "pattern", "items", "minItems", "maxItems",
    "uniqueItems", "properties", "required", "additionalProperties", "minProperties",
    "maxProperties", "oneOf", "discriminator",
  ]

  /// What schemas are read by, whichever of the two a document names.
  private static let dialects = [
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://json-schema.org/draft/2020-12/schema",
  ]

  private static func dialect(_ document: Document) -> Diagnostic? {
    guard let dialect = document.jsonSchemaDialect, !dialects.contains(dialect) else { return nil }
    return Diagnostic(
      at: document.range(of: "jsonSchemaDialect"),
      "the dialect '\(dialect)' is not supported yet\(suggestion(for: dialect, among: dialects))")
  }

  private static func keywords(_ schema: Schema) -> [Diagnostic] {
    (schema.node.mapping?.entries ?? []).filter { unsupported.contains($0.key.text) }.map {
      Diagnostic(at: $0.key.range, "'\($0.key.text)' is not supported yet")
    }
  }

  private static func siblings(_ schema: Schema) -> [Diagnostic] {
    guard schema.reference != nil else { return [] }
    return (schema.node.mapping?.entries ?? []).map(\.key)
      .filter { assertions.contains($0.text) }
      .map { Diagnostic(at: $0.range, "'\($0.text)' beside '$ref' is not supported yet") }
  }

  private static func falseSchema(_ schema: Schema) -> [Diagnostic] {
    guard schema.boolean == false else { return [] }
    return [Diagnostic(at: schema.range, "the schema 'false' is not supported yet")]
  }

  private static func xml(_ schema: Schema) -> [Diagnostic] {
    guard let xml = schema.xml else { return [] }
    return ["namespace", "prefix"].filter { xml.node[$0] != nil }.map { notYet($0, in: xml) }
  }
}
