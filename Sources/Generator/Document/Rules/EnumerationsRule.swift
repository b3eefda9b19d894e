import AccordYAML

extension Rule {
  /// An enumeration has values, each of them once.
  static let enumerations = Rule(name: "enumerations") { set in
    set.inventory.schemas.flatMap { schema -> [Diagnostic] in
      guard let values = schema.enumValues else { return [] }
      if values.isEmpty {
        return [Diagnostic(at: schema.range(of: "enum"), "'enum' needs at least one value")]
      }
      return values.duplicates(
        by: \.canonicalText, at: \.range,
        { "the value '\($0.scalar?.text ?? "")' is listed twice" })
    }
  }
}
