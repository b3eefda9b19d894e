import AccordDocument

extension Lowering {
  /// Components in document order, each followed by what its alias could not hold.
  func typeDeclarations() -> [TypeDeclaration] {
    document.namedSchemas.flatMap { component -> [TypeDeclaration] in
      let schema = component.schema
      guard let name = types.name(of: schema) else { return [] }
      if schema.reference == nil, types.needsType(schema) {
        return [declaration(of: schema, named: name, wireName: component.name)]
      }
      let alias = self.alias(schema, named: name, wireName: component.name)
      return [alias] + parts(of: schema)
    }
  }

  /// The types declared inline below a schema that is not itself a type.
  func parts(of schema: Schema) -> [TypeDeclaration] {
    if schema.reference != nil { return [] }
    return schema.children.flatMap { child -> [TypeDeclaration] in
      guard child.schema.reference == nil else { return [] }
      guard types.needsType(child.schema), let name = types.name(of: child.schema) else {
        return parts(of: child.schema)
      }
      return [declaration(of: child.schema, named: name, wireName: child.wireName)]
    }
  }

  func declaration(
    of schema: Schema, named name: TypeName, wireName: String
  ) -> TypeDeclaration {
    TypeDeclaration(
      name: name,
      documentation: schema.documentation,
      isDeprecated: schema.annotations.deprecated,
      kind: kind(of: schema, named: name),
      xmlName: schema.xml?.name ?? wireName,
      nested: parts(of: schema),
      examples: schema.examples,
      place: Place(schema.range))
  }

  private func alias(
    _ schema: Schema, named name: TypeName, wireName: String
  ) -> TypeDeclaration {
    TypeDeclaration(
      name: name, documentation: schema.documentation,
      isDeprecated: schema.annotations.deprecated,
      kind: .alias(shape(of: schema, called: wireName)),
      xmlName: Annotations(schema, in: document).xmlName ?? wireName,
      examples: schema.examples, place: Place(schema.range))
  }

  private func kind(of schema: Schema, named name: TypeName) -> TypeDeclaration.Kind {
    switch SchemaKind(schema) {
    case .structure: .structure(structure(schema))
    case .union(let alternatives): .union(union(of: alternatives, schema, named: name))
    case .stringEnumeration(let values): .stringEnumeration(cases(values) { $0 })
    case .integerEnumeration(let values): .integerEnumeration(cases(values, text: Self.caseText))
    case .array, .dictionary:
      .wrapper(
        structuralShape(
          of: schema, called: name.last.text, Annotations(schema, in: document)))
    case .string, .integer, .number, .boolean, .any: .alias(shape(of: schema, called: ""))
    }
  }

  /// `value1`, `valueMinus1`.
  private static func caseText(_ value: Int) -> String {
    value < 0 ? "value minus \(value.magnitude)" : "value \(value)"
  }

  private func cases<RawValue>(
    _ values: [RawValue], text: (RawValue) -> String
  ) -> [EnumerationCase<RawValue>] {
    var scope = Scope(reserved: ReservedNames.enumerationCases)
    let names = scope.identifiers(for: values.map(text), style: .member)
    return zip(names, values).map { EnumerationCase(name: $0, rawValue: $1) }
  }
}
