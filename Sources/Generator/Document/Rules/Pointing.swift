import AccordYAML

extension SourceRange {
  /// The place of the scalar at `offset` of `text`, when the file shows it as it is; otherwise where the text
  /// begins.
  func pointing(into text: String, offset: Int) -> SourceRange {
    guard start.line == end.line else { return self }
    switch end.column - start.column - text.unicodeScalars.count {
    case 0: return advanced(by: offset)
    case 2: return advanced(by: offset + 1)  // In quotes, without escapes.
    default: return self
    }
  }
}

extension Sequence {
  /// A problem for each element whose key was met before, with a note at the first.
  func duplicates<Key: Hashable>(
    by key: (Element) -> Key, at range: (Element) -> SourceRange, _ message: (Element) -> String
  ) -> [Diagnostic] {
    var first: [Key: SourceRange] = [:]
    var problems: [Diagnostic] = []
    for element in self {
      if let known = first.updateValue(first[key(element)] ?? range(element), forKey: key(element))
      {
        problems.append(
          Diagnostic(
            at: range(element), message(element), notes: [.note(at: known, "first used here")]))
      }
    }
    return problems
  }
}
