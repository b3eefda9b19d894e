import AccordPattern
import AccordYAML

extension Rule {
  /// Every pattern can become an automaton.
  static let patterns = Rule(name: "patterns") { set in
    set.inventory.schemas.compactMap { schema in
      guard let source = schema.strings.pattern, let error = set.patterns.problem(source) else {
        return nil
      }
      let range = schema.range(of: "pattern").pointing(into: source, offset: error.offset)
      return Diagnostic(at: range, error.message)
    }
  }
}
