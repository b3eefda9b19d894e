import AccordPattern

/// What a pattern accepts and refuses, for artefacts that show or try values. Lengths count Unicode
/// scalars.
package struct PatternTexts: Sendable {
  private let automaton: Automaton

  init(of automaton: Automaton) {
    self.automaton = automaton
  }

  package func matches(_ text: String) -> Bool { automaton.matches(text) }

  /// The first few different texts of exactly this length that match, or do not, in printable ASCII
  /// as far as the pattern lets it. Empty if there is none, or if it costs too much to find one.
  package func texts(
    ofLength length: Int, matching isMatching: Bool = true, count: Int = 1,
    preferring first: [Unicode.Scalar] = []
  ) -> [String] {
    AutomatonTexts(of: automaton, preferring: first)
      .texts(ofLength: length, accepted: isMatching, count: count)
  }

  /// Whether a text of a length matches, for the lengths from 0 to `last`; nil if that costs too
  /// much to find out.
  package func lengths(upTo last: Int) -> [Bool]? {
    AutomatonTexts(of: automaton).lengths(upTo: last)
  }
}
