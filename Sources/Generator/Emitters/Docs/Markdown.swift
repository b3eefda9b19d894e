/// GitHub-flavoured Markdown under construction.
///
/// Interpolation takes other Markdown as it is, and a contract's text only as `text:` or `code:`,
/// which leave nothing in it that is markup. A bare `String` does not compile.
struct Markdown: ExpressibleByStringInterpolation, Sendable, Hashable {
  let source: String

  init(stringLiteral source: String) {
    self.source = source
  }

  init(stringInterpolation: StringInterpolation) {
    source = stringInterpolation.source
  }

  /// For what is known to be Markdown.
  init(source: String) {
    self.source = source
  }

  struct StringInterpolation: StringInterpolationProtocol {
    private(set) var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ markdown: Markdown) { source += markdown.source }
    mutating func appendInterpolation(_ number: Int) { source += "\(number)" }
    mutating func appendInterpolation(text: String) { source += text.asMarkdownText }
    mutating func appendInterpolation(code: String) { source += code.asMarkdownCode }
  }

  var isEmpty: Bool { source.isEmpty }

  /// The same with the first letter in upper case, unless it begins with markup.
  var capitalized: Markdown {
    Markdown(source: source.prefix(1).uppercased() + source.dropFirst())
  }
}

extension [Markdown] {
  /// One behind the other; empty ones are left out.
  func joined(_ separator: String) -> Markdown {
    Markdown(source: filter { !$0.isEmpty }.map(\.source).joined(separator: separator))
  }

  /// Blocks, with an empty line between them.
  var blocks: Markdown { joined("\n\n") }

  /// `a, b or c`.
  func listed(_ word: String) -> Markdown {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().map { $0 }.joined(", ")) \(Markdown(source: word)) \(last)"
  }
}
