import AccordYAML

extension Rule {
  /// Security requirements name schemes of the root document.
  static let securityRequirements = Rule(name: "security-requirements") { set in
    let names = (set.root.components?.securitySchemes ?? OrderedMap()).map(\.name)
    let lists = [set.root.security] + set.namingOperations.map(\.security)
    return lists.compactMap(\.self).joined().flatMap(\.schemes)
      .filter { !names.contains($0.name) }
      .map {
        let hint = suggestion(for: $0.name, among: names)
        return Diagnostic(
          at: $0.nameRange, "there is no security scheme '\($0.name)' in 'components'\(hint)")
      }
  }
}
