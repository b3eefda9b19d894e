/// A piece of Swift source, written as a string literal.
///
/// Only what is safe in source can be interpolated: other code, identifiers, type names, and a
/// contract's text as a literal or as documentation. A plain `String` cannot, so nothing from a
/// contract reaches source unquoted.
package struct Code: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// Without indentation of its own and without a line end at the end.
  package let text: String

  package init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  package init(stringInterpolation: CodeInterpolation) {
    text = stringInterpolation.finished
  }

  /// For text that is known to be source.
  init(source: String) {
    text = source
  }

  package var isEmpty: Bool { text.isEmpty }

  /// The longest line, in characters.
  var width: Int {
    text.split(separator: "\n").map(\.count).max() ?? 0
  }

  var isOneLine: Bool { !text.contains("\n") }
}

extension [Code] {
  /// The pieces that are not empty, one after the other.
  package func joined(_ separator: Code) -> Code {
    Code(source: filter { !$0.isEmpty }.map(\.text).joined(separator: separator.text))
  }

  /// One piece a paragraph.
  package var paragraphs: Code { joined("\n\n") }
}
