import AccordYAML

extension Rule {
  /// Component names are made of letters, digits, `.`, `-` and `_` (OpenAPI 3.1, 4.8.7).
  static let componentNames = Rule(name: "component-names") { set in
    let sections = set.inventory.components.flatMap { $0.node.mapping?.entries ?? [] }
    return sections.filter { !$0.key.text.hasPrefix("x-") }
      .flatMap { $0.value.mapping?.entries ?? [] }
      .filter { !isName($0.key.text) }
      .map {
        Diagnostic(
          at: $0.key.range,
          "the component name '\($0.key.text)' may hold letters, digits, '.', '-' and '_' only")
      }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }
}
