import AccordDocument
import AccordYAML

extension Lowering {
  func structure(_ schema: Schema) -> Structure {
    let properties = schema.objects.properties
    let kept = keptShape(schema)
    let names = PropertyNames(schema)
    let lowered = zip(names.properties, properties).map { name, entry in
      property(entry.name, name: name, entry.value, in: schema)
    }
    return Structure(
      properties: lowered,
      additional: additional(schema, kept, name: names.additional),
      rules: objectRules(schema))
  }

  private func keptShape(_ schema: Schema) -> Shape? {
    switch schema.objects.additionalProperties {
    case .allowed(isWritten: true): .any
    case .allowed(isWritten: false), .denied: nil
    case .schema(let values): shape(of: values, called: "value")
    }
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
    let isRequired = parent.objects.required.contains(exactly: wireName)
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
