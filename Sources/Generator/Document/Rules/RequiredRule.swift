import AccordYAML

extension Rule {
  /// What is required can be present, and is listed once.
  static let required = Rule(name: "required") { set in
    set.inventory.schemas.flatMap { impossible($0) + twice($0) }
  }

  private static func impossible(_ schema: Schema) -> [Diagnostic] {
    guard case .denied = schema.objects.additionalProperties,
      schema.objects.patternProperties.isEmpty
    else { return [] }
    let names = schema.objects.properties.map(\.name)
    return nodes(schema).filter { !names.contains(exactly: $0.string) }.map {
      let name = $0.string ?? ""
      let hint = suggestion(for: name, among: names)
      return Diagnostic(
        at: $0.range,
        "'\(name)' is required, but not a property, and no others are allowed\(hint)")
    }
  }

  private static func twice(_ schema: Schema) -> [Diagnostic] {
    nodes(schema).filter { $0.string != nil }.duplicates(
      by: { ExactText($0.string ?? "") }, at: \.range, { "'\($0.string ?? "")' is required twice" })
  }

  private static func nodes(_ schema: Schema) -> [Node] {
    schema.node["required"]?.sequence ?? []
  }
}
