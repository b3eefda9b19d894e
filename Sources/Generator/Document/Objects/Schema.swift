package import AccordYAML

/// The schema object (4.8.24): JSON Schema 2020-12 with OpenAPI's additions. A class, because schemas nest.
package final class Schema: Referable {
  package static let kindName = "a schema"
  package static let componentsKey = "schemas"
  package static let holdsReference = true
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Schema>]> {
    \.schemas
  }

  package let node: Node
  /// The schemas `true` and `false`; nil for a mapping.
  package let boolean: Bool?
  /// The `$ref` keyword; `isReferenceOnly` says whether anything beside it matters.
  package let reference: Reference?
  /// The `type` keyword: nil when absent, in file order, without duplicates.
  package let types: [SchemaType]?
  package let enumValues: [Node]?
  package let const: Node?
  package let format: String?
  package let numbers: NumberKeywords
  package let strings: StringKeywords
  package let arrays: ArrayKeywords
  package let objects: ObjectKeywords
  package let combinations: CombinationKeywords
  package let identification: IdentificationKeywords
  package let annotations: AnnotationKeywords
  package let xml: XMLObject?
  package let discriminator: Discriminator?
  package let table: TableExtension?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    boolean = Self.boolean(object.node)
    reference = object.referenceKeyword(to: Schema.self)
    types = object.schemaTypes("type")
    enumValues = object.sequence("enum")
    const = object.value("const")
    format = object.string("format")
    numbers = NumberKeywords(object)
    strings = StringKeywords(object)
    arrays = ArrayKeywords(object)
    objects = ObjectKeywords(object)
    combinations = CombinationKeywords(object)
    identification = IdentificationKeywords(object)
    annotations = AnnotationKeywords(object)
    xml = object.object("xml")
    discriminator = object.object("discriminator")
    table = object.object(TableExtension.extensionKey)
    extensions = object.extensions()
  }

  package static func accepts(_ scalar: Scalar) -> Bool {
    if case .bool = scalar.kind { true } else { false }
  }

  private static func boolean(_ node: Node) -> Bool? {
    if case .bool(let flag)? = node.scalar?.kind { flag } else { nil }
  }
}

extension Schema {
  /// Whether null is valid by the types and by the list of values, one of which must be there to say so.
  package var isNullable: Bool {
    let values = enumValues ?? const.map { [$0] }
    if types == nil, values == nil { return false }
    return types?.contains(.null) ?? true && values?.contains(where: \.isNull) ?? true
  }
}

package enum SchemaType: String, CaseIterable, Sendable, Hashable {
  case null, boolean, object, array, number, string, integer
}

extension ObjectReader {
  fileprivate func schemaTypes(_ key: String) -> [SchemaType]? {
    guard let value = value(key) else { return nil }
    guard let nodes = value.sequence else { return schemaType(value).map { [$0] } }
    if nodes.isEmpty { log.error(at: value.range, "'type' needs at least one type") }
    var types: [SchemaType] = []
    for node in nodes {
      guard let type = schemaType(node) else { continue }
      if types.contains(type) {
        log.error(at: node.range, "type '\(type.rawValue)' is listed twice")
      } else {
        types.append(type)
      }
    }
    return types
  }

  private func schemaType(_ node: Node) -> SchemaType? {
    // A bare `null` in a list of types is a common slip that YAML turns into the null value.
    if node.isNull {
      log.error(at: node.range, "the type 'null' needs quotes here")
      return nil
    }
    guard let text = node.string else {
      wrongKind("type", node, expected: "a string or a sequence of strings")
      return nil
    }
    if let type = SchemaType(rawValue: text) { return type }
    let hint = suggestion(for: text, among: SchemaType.allCases.map(\.rawValue))
    log.error(at: node.range, "'\(text)' is not a type\(hint)")
    return nil
  }
}
