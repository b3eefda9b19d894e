import AccordPattern
import AccordYAML

extension Rule {
  /// Every pattern can become an automaton.
  static let patterns = Rule(name: "patterns") { set in
    var known: [String: PatternError?] = [:]
    return set.inventory.schemas.compactMap { schema in
      guard let source = schema.strings.pattern else { return nil }
      let error = known[source] ?? problem(with: source)
      known[source] = error
      return error.map {
        Diagnostic(
          at: schema.range(of: "pattern").pointing(into: source, offset: $0.offset), $0.message)
      }
    }
  }

  private static func problem(with source: String) -> PatternError? {
    do {
      _ = try Pattern(source)
      return nil
    } catch {
      return error
    }
  }
}
