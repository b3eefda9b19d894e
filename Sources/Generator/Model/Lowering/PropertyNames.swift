import AccordDocument

/// What the properties of a structure are called.
struct PropertyNames {
  /// In the order of the schema.
  let properties: [Identifier]
  /// The property for the members that the schema does not name; nil where they are not kept.
  let additional: Identifier?

  init(_ schema: Schema) {
    let properties = schema.objects.properties
    var scope = Scope(reserved: ReservedNames.properties)
    let texts = properties.map(\.name)
    // The extra name goes last; a property of the contract with the same name moves it on.
    let extra = Self.keepsOthers(schema) ? [Self.additionalName(besides: texts)] : []
    let chosen = properties.map(\.value.chosenName) + extra.map { _ in nil }
    let names = scope.identifiers(for: texts + extra, chosen: chosen, style: .member)
    self.properties = Array(names.prefix(texts.count))
    additional = extra.isEmpty ? nil : names.last
  }

  var all: [Identifier] { properties + (additional.map { [$0] } ?? []) }

  private static func keepsOthers(_ schema: Schema) -> Bool {
    switch schema.objects.additionalProperties {
    case .allowed(isWritten: true), .schema: true
    case .allowed(isWritten: false), .denied: false
    }
  }

  private static func additionalName(besides names: [String]) -> String {
    var name = "additionalProperties"
    while names.contains(name) { name = "other " + name }
    return name
  }
}
