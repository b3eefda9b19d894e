/// A JSON Schema `pattern`: an ECMA-262 regular expression, compiled to an automaton.
///
/// The syntax is ECMA-262's with the `u` flag, as JSON Schema 2020-12 section 6.4 recommends, and
/// as lenient as people's contracts need: a lone `{`, `}` or `]` stands for itself, and any
/// punctuation may be escaped. The pattern is not anchored: it matches anywhere in the text.
package struct Pattern: Hashable, Sendable {
  /// The pattern as written in the contract.
  package let source: String
  package let automaton: Automaton

  /// Throws for what is not ECMA-262, for back-references and look-around, which no automaton can
  /// honour, and for a pattern whose automaton would be larger than `Limits` allow.
  package init(_ source: String) throws(PatternError) {
    let syntax = try PatternReader.read(source)
    let nfa = try NFA(matching: syntax)
    let alphabet = try Alphabet(separating: nfa)
    let dfa = try Determinization.dfa(from: nfa, over: alphabet)
    self.source = source
    self.automaton = try Automaton(minimising: dfa, over: alphabet)
  }

  /// Whether the pattern matches anywhere in `text`; the generated code answers the same.
  package func matches(_ text: String) -> Bool { automaton.matches(text) }
}

/// Why a pattern cannot be honoured.
package struct PatternError: Error, Hashable {
  /// In the compiler's style for diagnostics: lower-case, names in single quotes, no full stop.
  package let message: String
  /// Where in the pattern, in Unicode scalars from its start.
  package let offset: Int

  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// What keeps a hostile pattern from costing more than a moment and a few megabytes.
enum Limits {
  static let nesting = 200
  static let nfaStates = 100_000
  static let dfaStates = 20_000
  static let tableCells = 1_000_000
  /// Classes of code points, whose numbers are written in 16 bits.
  static let classes = 0xFFFF
  /// Steps of the subset construction: states looked at, over all sets.
  static let steps = 10_000_000

  static func exceeded(_ limit: Int) -> PatternError {
    PatternError(message: "pattern needs more than \(limit) states", offset: 0)
  }

  static let classesExceeded = PatternError(
    message: "pattern tells more than \(classes) classes of characters apart", offset: 0)
}
