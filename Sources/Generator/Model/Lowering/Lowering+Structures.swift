import AccordDocument

extension Lowering {
  func structure(_ schema: Schema) -> Structure {
    let properties = schema.objects.properties
    let kept = keptShape(schema)
    var scope = Scope(reserved: ReservedNames.properties)
    let texts = properties.map(\.name)
    // The extra name goes last; a property of the contract with the same name moves it on.
    let extra = kept == nil ? [] : [Self.additionalName(besides: texts)]
    let chosen = properties.map(\.value.chosenName) + extra.map { _ in nil }
    let names = scope.identifiers(for: texts + extra, chosen: chosen, style: .member)
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
    let isRequired = parent.objects.required.contains(wireName)
    let shape = shape(of: schema, called: wireName)
    let annotations = Annotations(schema, in: document)
    let extent = Annotations.Extent(of: shape)
    return Property(
      name: name, wireName: wireName, shape: shape, isRequired: isRequired,
      defaultValue: isRequired ? nil : annotations.defaultValue,
      documentation: annotations.documentation(extent),
      isDeprecated: annotations.isDeprecated(extent),
      isIndirect: contains(parent, in: schema),
      xml: XMLMember(
        name: xmlName(annotations, shape) ?? wireName,
        isAttribute: annotations.isXMLAttribute),
      examples: annotations.examples(extent),
      place: Place(schema.range))
  }

  /// An array's own name counts only where it is wrapped (OpenAPI 3.1, 4.8.26.2).
  private func xmlName(_ annotations: Annotations, _ shape: Shape) -> String? {
    switch shape {
    case .array, .nullable(.array): annotations.isXMLWrapped ? annotations.xmlName : nil
    default: annotations.xmlName
    }
  }
}
