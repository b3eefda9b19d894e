/// A contract's text in comments, which it can never leave.
enum CommentText {
  /// `///` lines without the blank ones at either end; none for a text without words.
  static func lines(_ text: String) -> [String] {
    var lines = text.unicodeScalars
      .split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
      .map { harmless($0) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.drop { $0.isEmpty }.map { $0.isEmpty ? "///" : "/// " + $0 }
  }

  static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: \.endsLine).map { harmless($0) }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Without spaces at the end, and with invisible scalars, among them those that turn the
  /// direction of text, spelt out.
  private static func harmless(_ line: Substring.UnicodeScalarView) -> String {
    var text = ""
    for scalar in line {
      switch scalar.properties.generalCategory {
      case .privateUse: text += "\u{FFFD}"
      case .control: text += scalar == "\t" ? "  " : ""
      case .format where scalar.properties.isBidiControl:
        text += "U+\(String(scalar.value, radix: 16, uppercase: true))"
      default: text.unicodeScalars.append(scalar)
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether Swift, or an editor, may begin a new line after it. CR LF gives an empty line more.
  fileprivate var endsLine: Bool {
    switch self {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
