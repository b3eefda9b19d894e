/// Generated source cut into words and what is between them.
///
/// It knows what emitters write: `//` comments, and string literals without line ends or with three
/// quotes. What is in either is never a word.
struct SourceWords {
  enum Piece {
    /// `isOwn` unless the word is a contract's, or a member's name behind a dot.
    case word(Substring, isOwn: Bool)
    case other(Substring)
  }

  private let text: String
  private var position: String.UnicodeScalarIndex
  private var previous: Unicode.Scalar = "\n"

  init(_ text: String) {
    self.text = text
    position = text.startIndex
  }

  mutating func next() -> Piece? {
    let scalars = text.unicodeScalars
    guard position < scalars.endIndex else { return nil }
    switch scalars[position] {
    case Qualification.mark:
      position = scalars.index(after: position)
      return .word(take(while: Self.isWord), isOwn: false)
    case "/" where text[position...].hasPrefix("//"): return .other(take { $0 != "\n" })
    case "\"": return .other(takeLiteral())
    case let scalar where Self.isWord(scalar):
      let isOwn = previous != "."
      return .word(take(while: Self.isWord), isOwn: isOwn)
    default: return .other(take { !Self.isWord($0) && !"\"/\u{E000}".unicodeScalars.contains($0) })
    }
  }

  /// At least one scalar.
  private mutating func take(while isPart: (Unicode.Scalar) -> Bool) -> Substring {
    let scalars = text.unicodeScalars
    let start = position
    repeat {
      previous = scalars[position]
      position = scalars.index(after: position)
    } while position < scalars.endIndex && isPart(scalars[position])
    return text[start..<position]
  }

  private mutating func takeLiteral() -> Substring {
    let start = position
    let quotes = text[position...].hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    var end = text.index(position, offsetBy: quotes.count)
    while end < text.endIndex, !text[end...].hasPrefix(quotes) {
      if text[end] == "\\" { end = text.index(after: end) }
      if end < text.endIndex { end = text.index(after: end) }
    }
    position = text.index(end, offsetBy: quotes.count, limitedBy: text.endIndex) ?? text.endIndex
    previous = "\""
    return text[start..<position]
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDContinue
  }
}
