/// A path taken apart at its `{braces}`.
struct PathTemplate {
  struct Expression {
    let name: String
    /// Of the opening brace, in Unicode scalars.
    let offset: Int
  }

  private(set) var expressions: [Expression] = []
  /// The path with every expression's name left out.
  private(set) var shape = ""
  /// Where a brace stands without its partner, in Unicode scalars.
  private(set) var strayBrace: Int?
  /// Where the path of a URL would be over (RFC 3986, 3.3), outside of braces, in Unicode scalars.
  private(set) var end: Int?
  /// Where a `%` stands that is no escape (RFC 3986, 2.1), outside of braces, in Unicode scalars.
  private(set) var strayPercent: Int?

  init(_ text: String) {
    var name: String?
    var start = 0
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      switch (scalar, name) {
      case ("{", nil):
        (name, start) = ("", offset)
        shape += "{"
      case ("}", let complete?):
        expressions.append(Expression(name: complete, offset: start))
        name = nil
        shape += "}"
      case ("{", _), ("}", _): strayBrace = strayBrace ?? offset
      case ("?", nil), ("#", nil):
        end = end ?? offset
        shape.unicodeScalars.append(scalar)
      case ("%", nil) where !text.isEscape(at: offset):
        strayPercent = strayPercent ?? offset
        shape.unicodeScalars.append(scalar)
      case (_, nil): shape.unicodeScalars.append(scalar)
      case (_, _?): name?.unicodeScalars.append(scalar)
      }
    }
    if name != nil { strayBrace = strayBrace ?? start }
  }
}

extension String {
  /// Whether two hexadecimal digits follow, counted in Unicode scalars.
  fileprivate func isEscape(at offset: Int) -> Bool {
    let digits = unicodeScalars.dropFirst(offset + 1).prefix(2)
    return digits.count == 2 && digits.allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
