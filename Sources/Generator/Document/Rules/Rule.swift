import AccordYAML

/// One thing a contract must satisfy beyond its shape.
struct Rule: Sendable {
  /// The name of its folder of rejected contracts.
  let name: String
  let problems: @Sendable (DocumentSet) -> [Diagnostic]
}

extension Rule {
  /// Every rule, in the order a reader meets what they are about.
  static let all: [Rule] = [
    .references
  ]
}
