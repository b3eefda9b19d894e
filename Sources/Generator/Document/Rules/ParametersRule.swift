import AccordYAML

extension Rule {
  /// A parameter has one place and one description; path parameters are required.
  static let parameters = Rule(name: "parameters") { set in
    let lists =
      set.inventory.pathItems.map(\.parameters) + set.inventory.operations.map(\.parameters)
    return lists.flatMap { duplicates(in: $0, set) } + set.inventory.parameters.flatMap(problems)
      + set.inventory.headers.filter { hasNoSchema($0.schema, $0.content, $0) }
      .map { Diagnostic(at: $0.range, "a header needs 'schema'") }
  }

  private static func duplicates(
    in list: [Referenced<Parameter>], _ set: DocumentSet
  ) -> [Diagnostic] {
    let resolved = list.compactMap { item in set.resolve(item).map { (item, $0.value) } }
    return resolved.duplicates(
      by: { $0.1.key },
      at: { $0.0.node["name"]?.range ?? $0.0.range },
      { "the \($0.1.location.rawValue) parameter '\($0.1.name)' is declared twice" })
  }

  private static func problems(_ parameter: Parameter) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if parameter.name.isEmpty, parameter.node["name"]?.string != nil {
      problems.append(Diagnostic(at: parameter.range(of: "name"), "'name' must not be empty"))
    }
    if parameter.location == .path, !parameter.required {
      let range = parameter.node["required"]?.range ?? parameter.range(of: "in")
      problems.append(Diagnostic(at: range, "a path parameter needs 'required: true'"))
    }
    if hasNoSchema(parameter.schema, parameter.content, parameter) {
      problems.append(Diagnostic(at: parameter.range, "a parameter needs 'schema'"))
    }
    if parameter.location == .path, let schema = parameter.schema, schema.node["default"] != nil {
      problems.append(
        Diagnostic(
          at: schema.range(ofKey: "default"),
          "'default' says nothing about a path parameter, which is always there"))
    }
    if parameter.location == .header,
      ["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
    {
      problems.append(
        Diagnostic(
          at: parameter.range(of: "name"),
          "OpenAPI ignores a header parameter '\(parameter.name)'; describe it by content or security"
        ))
    }
    return problems
  }
  private static func hasNoSchema(
    _ schema: Schema?, _ content: OrderedMap<MediaType>?, _ object: some DocumentObject
  ) -> Bool {
    schema == nil && content == nil && object.node.mapping != nil
  }
}
