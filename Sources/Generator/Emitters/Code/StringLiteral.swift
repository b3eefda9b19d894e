/// Text as a Swift string literal.
enum StringLiteral {
  /// In double quotes. Quotes, backslashes and everything that a reader would not see, or would see
  /// in another place, is escaped.
  static func spelling(of text: String) -> String {
    var literal = "\""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\": literal += "\\\\"
      case "\"": literal += "\\\""
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\0": literal += "\\0"
      default:
        if scalar.isVisible(first: index == 0) {
          literal.unicodeScalars.append(scalar)
        } else {
          literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return literal + "\""
  }
}

extension Unicode.Scalar {
  /// Whether the scalar shows itself, where it stands; a mark needs something to stand on.
  fileprivate func isVisible(first: Bool) -> Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    case .nonspacingMark, .enclosingMark, .spacingMark: !first
    default: true
    }
  }
}
