package import AccordYAML

/// Assertions on numbers; bounds keep their exact text.
package struct NumberKeywords: Sendable {
  package let multipleOf: ExactNumber?
  package let minimum: ExactNumber?
  package let exclusiveMinimum: ExactNumber?
  package let maximum: ExactNumber?
  package let exclusiveMaximum: ExactNumber?

  init(_ object: ObjectReader) {
    multipleOf = object.number("multipleOf")
    minimum = object.number("minimum")
    exclusiveMinimum = object.number("exclusiveMinimum")
    maximum = object.number("maximum")
    exclusiveMaximum = object.number("exclusiveMaximum")
  }
}

/// Assertions on strings; lengths in Unicode scalars.
package struct StringKeywords: Sendable {
  package let minLength: Int?
  package let maxLength: Int?
  package let pattern: String?
  package let contentEncoding: String?
  package let contentMediaType: String?
  package let contentSchema: Schema?

  init(_ object: ObjectReader) {
    minLength = object.integer("minLength")
    maxLength = object.integer("maxLength")
    pattern = object.string("pattern")
    contentEncoding = object.string("contentEncoding")
    contentMediaType = object.string("contentMediaType")
    contentSchema = object.schema("contentSchema")
  }
}

package struct ArrayKeywords: Sendable {
  package let items: Schema?
  package let minItems: Int?
  package let maxItems: Int?
  package let uniqueItems: Bool
  package let prefixItems: [Schema]
  package let contains: Schema?
  package let minContains: Int?
  package let maxContains: Int?
  package let unevaluatedItems: Schema?

  init(_ object: ObjectReader) {
    items = object.schema("items")
    minItems = object.integer("minItems")
    maxItems = object.integer("maxItems")
    uniqueItems = object.bool("uniqueItems") ?? false
    prefixItems = object.schemas("prefixItems")
    contains = object.schema("contains")
    minContains = object.integer("minContains")
    maxContains = object.integer("maxContains")
    unevaluatedItems = object.schema("unevaluatedItems")
  }
}

package struct ObjectKeywords: Sendable {
  package let properties: OrderedMap<Schema>
  package let required: [String]
  package let additionalProperties: AdditionalProperties
  package let minProperties: Int?
  package let maxProperties: Int?
  package let patternProperties: OrderedMap<Schema>
  package let propertyNames: Schema?
  package let dependentRequired: OrderedMap<Node>
  package let dependentSchemas: OrderedMap<Schema>
  package let unevaluatedProperties: Schema?

  init(_ object: ObjectReader) {
    properties = object.schemaMap("properties")
    required = object.strings("required") ?? []
    additionalProperties = object.additionalProperties("additionalProperties")
    minProperties = object.integer("minProperties")
    maxProperties = object.integer("maxProperties")
    patternProperties = object.schemaMap("patternProperties")
    propertyNames = object.schema("propertyNames")
    dependentRequired = object.nodeMap("dependentRequired")
    dependentSchemas = object.schemaMap("dependentSchemas")
    unevaluatedProperties = object.schema("unevaluatedProperties")
  }
}

/// Members beside `properties`.
package enum AdditionalProperties: Sendable {
  /// Anything goes; `isWritten` when the schema says `true` rather than nothing.
  case allowed(isWritten: Bool)
  case denied
  case schema(Schema)
}

extension ObjectReader {
  fileprivate func additionalProperties(_ key: String) -> AdditionalProperties {
    guard let value = value(key) else { return .allowed(isWritten: false) }
    switch value.scalar?.kind {
    case .bool(let isAllowed)?: return isAllowed ? .allowed(isWritten: true) : .denied
    default: return schema(key).map { .schema($0) } ?? .allowed(isWritten: false)
    }
  }
}

package struct CombinationKeywords: Sendable {
  package let allOf: [Schema]
  package let anyOf: [Schema]
  package let oneOf: [Schema]
  package let not: Schema?
  package let ifSchema: Schema?
  package let thenSchema: Schema?
  package let elseSchema: Schema?

  init(_ object: ObjectReader) {
    allOf = object.schemas("allOf")
    anyOf = object.schemas("anyOf")
    oneOf = object.schemas("oneOf")
    not = object.schema("not")
    ifSchema = object.schema("if")
    thenSchema = object.schema("then")
    elseSchema = object.schema("else")
  }
}

/// `$defs` and the keywords that name schemas and dialects.
package struct IdentificationKeywords: Sendable {
  package let id: String?
  package let schema: String?
  package let anchor: String?
  package let dynamicRef: String?
  package let dynamicAnchor: String?
  package let vocabulary: Node?
  package let comment: String?
  package let definitions: OrderedMap<Schema>

  init(_ object: ObjectReader) {
    id = object.string("$id")
    schema = object.string("$schema")
    anchor = object.string("$anchor")
    dynamicRef = object.string("$dynamicRef")
    dynamicAnchor = object.string("$dynamicAnchor")
    vocabulary = object.value("$vocabulary")
    comment = object.string("$comment")
    definitions = object.schemaMap("$defs")
  }
}

package struct AnnotationKeywords: Sendable {
  package let title: String?
  package let description: String?
  package let defaultValue: Node?
  package let deprecated: Bool
  package let readOnly: Bool
  package let writeOnly: Bool
  package let example: Node?
  package let examples: [Node]
  package let externalDocs: ExternalDocs?

  init(_ object: ObjectReader) {
    title = object.string("title")
    description = object.string("description")
    defaultValue = object.value("default")
    deprecated = object.bool("deprecated") ?? false
    readOnly = object.bool("readOnly") ?? false
    writeOnly = object.bool("writeOnly") ?? false
    example = object.value("example")
    examples = object.sequence("examples") ?? []
    externalDocs = object.object("externalDocs")
  }
}
