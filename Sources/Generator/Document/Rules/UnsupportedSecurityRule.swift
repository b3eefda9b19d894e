import AccordYAML

extension Rule {
  /// Ways to prove who one is that are not compiled yet.
  static let unsupportedSecurity = Rule(name: "unsupported-security") { set in
    let requirements = ([set.root.security] + set.inventory.operations.map(\.security))
      .compactMap(\.self).joined()
    let combined =
      requirements
      .compactMap { requirement in
        requirement.schemes.dropFirst().first.map {
          Diagnostic(
            at: $0.nameRange, "security schemes that apply together are not supported yet")
        }
      }
    return combined + requirements.flatMap { roles($0, set) }
      + set.inventory.securitySchemes.compactMap(problem)
  }

  /// Scopes are of schemes that are refused themselves; other schemes have roles (OpenAPI 3.1, 4.8.30).
  private static func roles(
    _ requirement: SecurityRequirement, _ set: DocumentSet
  ) -> [Diagnostic] {
    requirement.schemes.filter { scheme in
      let known = set.root.components?.securitySchemes[scheme.name].flatMap(set.resolve)
      return !scheme.value.isEmpty && known?.value.kind == .http
    }.map {
      Diagnostic(
        at: requirement.range(of: $0.name), "roles of a security scheme are not supported yet")
    }
  }

  private static func problem(_ scheme: SecurityScheme) -> Diagnostic? {
    guard scheme.kind == .http else {
      return Diagnostic(
        at: scheme.range(of: "type"),
        "the security scheme type '\(scheme.kind.rawValue)' is not supported yet")
    }
    guard let name = scheme.scheme, scheme.node["scheme"] != nil,
      !["bearer", "basic"].contains(name.lowercased())
    else { return nil }
    return Diagnostic(
      at: scheme.range(of: "scheme"), "the http scheme '\(name)' is not supported yet")
  }
}
