import AccordDocument

extension Lowering {
  /// A requirement that names no scheme lets anybody in (4.8.30).
  func security(_ requirements: [SecurityRequirement]) -> Security {
    let names = requirements.flatMap { $0.schemes.map(\.name) }
    guard !names.isEmpty else { return .none }
    var cases: [Identifier] = []
    for name in names {
      if let identifier = schemeNames[name], !cases.contains(identifier) {
        cases.append(identifier)
      }
    }
    let isOptional = requirements.contains { $0.schemes.isEmpty }
    return isOptional ? .optional(cases) : .required(cases)
  }

  /// The schemes that some operation uses, in document order.
  func securitySchemes() -> [SecurityScheme] {
    let used = Set(document.operations.flatMap { $0.security.flatMap { $0.schemes.map(\.name) } })
    return document.securitySchemes.compactMap { name, scheme in
      guard used.contains(name), let identifier = schemeNames[name] else { return nil }
      return SecurityScheme(
        name: identifier, wireName: name,
        kind: scheme.scheme?.lowercased() == "basic"
          ? .basic : .bearer(format: scheme.bearerFormat ?? ""),
        documentation: Documentation(description: scheme.description))
    }
  }

  private var schemeNames: [String: Identifier] {
    var scope = Scope()
    let names = document.securitySchemes.map(\.name)
    let identifiers = scope.identifiers(for: names, style: .member)
    return Dictionary(zip(names, identifiers)) { first, _ in first }
  }
}
