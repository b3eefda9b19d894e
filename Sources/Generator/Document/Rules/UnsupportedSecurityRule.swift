import AccordYAML

extension Rule {
  /// Ways to prove who one is that are not compiled yet.
  static let unsupportedSecurity = Rule(name: "unsupported-security") { set in
    let combined = ([set.root.security] + set.inventory.operations.map(\.security))
      .compactMap(\.self).joined()
      .compactMap { requirement in
        requirement.schemes.dropFirst().first.map {
          Diagnostic(
            at: $0.nameRange, "security schemes that apply together are not supported yet")
        }
      }
    return combined + set.inventory.securitySchemes.compactMap(problem)
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
