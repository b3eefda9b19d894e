import AccordDocument
import AccordYAML

extension Lowering {
  /// In the order of the schemas that they stand on.
  func tables() -> [Table] {
    document.namedSchemas.compactMap { component in
      guard let table = component.schema.table, let type = types.name(of: component.schema) else {
        return nil
      }
      return Table(
        name: table.name, sign: table.sign, type: type, key: table.key,
        attributes: attributes(of: component.schema), expiry: table.expires,
        place: Place(table.range))
    }
  }

  private func attributes(of schema: Schema) -> [TableAttribute] {
    schema.objects.properties.compactMap { property in
      kind(of: property.value).map { TableAttribute(name: property.name, kind: $0) }
    }
  }

  /// The rule on attributes leaves none without a kind.
  private func kind(of schema: Schema) -> TableAttribute.Kind? {
    switch document.schema(schema).value.storedKind {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case nil: nil
    }
  }
}
