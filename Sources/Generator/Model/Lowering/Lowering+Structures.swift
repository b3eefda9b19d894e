import AccordDocument

extension Lowering {
  func structure(_ schema: Schema) -> Structure {
    let properties = schema.objects.properties
    let kept = keptShape(schema)
    var scope = Scope(reserved: ["xmlShape", "decode", "encode"])
    let texts = properties.map(\.name)
    // The extra name goes last; a property of the contract with the same name moves it on.
    let extra = kept == nil ? [] : [Self.additionalName(besides: texts)]
    let names = scope.identifiers(for: texts + extra, style: .member)
    let lowered = zip(names, properties).map { name, entry in
      property(entry.name, name: name, entry.value, in: schema)
    }
    return Structure(
      properties: lowered,
      additional: additional(schema, kept, name: names.last),
      rules: objectRules(schema))
  }

  private func keptShape(_ schema: Schema) -> Shape? {
    switch schema.objects.additionalProperties {
    case .allowed(isWritten: true): .any
    case .allowed(isWritten: false), .denied: nil
    case .schema(let values): shape(of: values, called: "value")
    }
  }

  private static func additionalName(besides names: [String]) -> String {
    var name = "additionalProperties"
    while names.contains(name) { name = "other " + name }
    return name
  }

  private func additional(
    _ schema: Schema, _ kept: Shape?, name: Identifier?
  ) -> AdditionalMembers {
    if let kept, let name { return .kept(name, kept) }
    if case .denied = schema.objects.additionalProperties { return .refused }
    return .ignored
  }

  private func property(
    _ wireName: String, name: Identifier, _ schema: Schema, in parent: Schema
  ) -> Property {
    let target = document.schema(schema).value
    let isRequired = parent.objects.required.contains(wireName)
    let shape = shape(of: schema, called: wireName)
    return Property(
      name: name, wireName: wireName, shape: shape, isRequired: isRequired,
      defaultValue: isRequired ? nil : defaultValue(schema, target),
      documentation: propertyDocumentation(schema, target, shape),
      isDeprecated: schema.annotations.deprecated,
      isIndirect: contains(parent, in: schema),
      xml: XMLMember(
        name: xmlName(of: schema) ?? xmlName(of: target) ?? wireName,
        isAttribute: schema.xml?.attribute ?? target.xml?.attribute ?? false),
      place: Place(schema.range))
  }

  /// An array's own name counts only where it is wrapped (OpenAPI 3.1, 4.8.26.2).
  private func xmlName(of schema: Schema) -> String? {
    if case .array = SchemaKind(schema), !(schema.xml?.wrapped ?? false) { return nil }
    return schema.xml?.name
  }

  func defaultValue(_ schema: Schema, _ target: Schema) -> Value? {
    (schema.annotations.defaultValue ?? target.annotations.defaultValue).map { Value($0) }
  }

  /// A declared type documents itself; what else a reference leads to has only this place.
  private func propertyDocumentation(
    _ schema: Schema, _ target: Schema, _ shape: Shape
  ) -> Documentation {
    let own = documentation(schema)
    if own != Documentation() || schema.reference == nil { return own }
    if case .declared = shape { return own }
    return documentation(target)
  }
}
