import AccordModel

/// The automata of the contract's patterns, each built once.
struct PatternsEmitter {
  let patterns: PatternNames

  var code: Code {
    guard !patterns.entries.isEmpty else { return "" }
    return """
      /// The contract's patterns, compiled.
      enum \(patterns.holder) {
        \(patterns.entries.map { constant($0.name, $0.rule) }.paragraphs)
      }
      """
  }

  private func constant(_ name: Code, _ rule: PatternRule) -> Code {
    """
    static let \(name) = Pattern(
      \(literal: rule.source),
      automaton: \(automaton(rule.automaton)))
    """
  }

  /// Over several lines, which the runtime joins again.
  private func automaton(_ text: String) -> Code {
    guard text.count > 70, !text.contains(where: { $0 == "\\" || $0 == "\"" || $0.isNewline })
    else { return "\(literal: text)" }
    var lines: [Code] = []
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(Code(source: String(rest.prefix(90))))
      rest = rest.dropFirst(90)
    }
    return """
      \"""
        \(lines)
        \"""
      """
  }
}
