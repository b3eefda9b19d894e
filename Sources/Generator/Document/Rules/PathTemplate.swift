/// A path taken apart at its slashes and `{braces}`, by scalars: a brace with an accent behind it is
/// a brace to the router, which goes by bytes.
package struct PathTemplate {
  package enum Piece {
    case literal(String)
    /// The name between braces.
    case parameter(String)
  }

  struct Expression {
    let name: String
    /// Of the opening brace, in Unicode scalars.
    let offset: Int
  }

  /// What stands between slashes, as written; a slash at the end leaves an empty one.
  package private(set) var segments: [[Piece]] = [[]]
  private(set) var expressions: [Expression] = []
  /// Where a brace stands without its partner, in Unicode scalars.
  private(set) var strayBrace: Int?
  /// Where the path of a URL would be over (RFC 3986, 3.3), outside of braces, in Unicode scalars.
  private(set) var end: Int?
  /// Where a `%` stands that is no escape (RFC 3986, 2.1), outside of braces, in Unicode scalars.
  private(set) var strayPercent: Int?

  private var literal = ""

  package init(_ text: String) {
    var name: String?
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      switch (scalar, name) {
      case ("{", nil): (name, start) = ("", offset)
      case ("}", let complete?):
        expressions.append(Expression(name: complete, offset: start))
        append(.parameter(complete))
        name = nil
      case ("{", _), ("}", _): strayBrace = strayBrace ?? offset
      case (_, var begun?):
        begun.unicodeScalars.append(scalar)
        name = begun
      case ("/", nil):
        endLiteral()
        segments.append([])
      case (_, nil):
        if scalar == "?" || scalar == "#" { end = end ?? offset }
        if scalar == "%", !text.isEscape(at: offset) { strayPercent = strayPercent ?? offset }
        literal.unicodeScalars.append(scalar)
      }
    }
    endLiteral()
    if segments.count > 1, segments[0].isEmpty { segments.removeFirst() }
    if name != nil { strayBrace = strayBrace ?? start }
  }

  private mutating func append(_ piece: Piece) {
    endLiteral()
    segments[segments.count - 1].append(piece)
  }

  private mutating func endLiteral() {
    if literal.isEmpty { return }
    segments[segments.count - 1].append(.literal(literal))
    literal = ""
  }
}

extension PathTemplate {
  /// Equal for paths that the router takes for one: it leaves a slash at the end out, and compares
  /// the bytes that the text stands for.
  var route: [[RoutedPiece]] {
    let kept = segments.last?.isEmpty == true ? segments.dropLast() : segments[...]
    return kept.map { pieces in
      pieces.map { piece in
        switch piece {
        case .parameter: .parameter
        case .literal(let text): .literal(text.percentDecoded)
        }
      }
    }
  }

  /// The path with every expression's name left out.
  var shape: [[RoutedPiece]] {
    segments.map { pieces in
      pieces.map { piece in
        if case .literal(let text) = piece { .literal(Array(text.utf8)) } else { .parameter }
      }
    }
  }

  enum RoutedPiece: Hashable {
    case literal([UInt8])
    case parameter
  }
}

extension String {
  /// The bytes that a path's segment stands for (RFC 3986, 2.1); its own where an escape is broken.
  fileprivate var percentDecoded: [UInt8] {
    var decoded: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(Substring(digits), radix: 16)
      else { return Array(utf8) }
      decoded.append(value)
      rest = rest.dropFirst(2)
    }
    return decoded
  }
}

extension String {
  /// Whether two hexadecimal digits follow, counted in Unicode scalars.
  fileprivate func isEscape(at offset: Int) -> Bool {
    let digits = unicodeScalars.dropFirst(offset + 1).prefix(2)
    return digits.count == 2 && digits.allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
