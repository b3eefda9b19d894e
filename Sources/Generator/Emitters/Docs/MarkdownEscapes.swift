extension String {
  /// The text on one line, to be read as it stands: no character of it is markup, wherever the line
  /// or the table cell begins.
  var asMarkdownText: String {
    let line = Array(split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars)
    var text = ""
    for (index, scalar) in line.enumerated() {
      let before = index == 0 ? nil : line[index - 1]
      let after = index + 1 < line.count ? line[index + 1] : nil
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      // Not as `\|`, which means two things before and after a table is cut into cells.
      case "|": text += "&#124;"
      case "\\", "`", "*", "[", "]", "~": text += "\\\(scalar)"
      // Inside of a word it is no markup.
      case "_" where !Self.joins(before, after): text += "\\_"
      case "#" where before == nil || before == " ": text += "\\#"
      case ">", "+", "-", "=": text += before == nil ? "\\\(scalar)" : "\(scalar)"
      case ".", ")":
        let isMarker =
          index > 0 && after ?? " " == " " && line[..<index].allSatisfy { "0"..."9" ~= $0 }
        text += isMarker ? "\\\(scalar)" : "\(scalar)"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    [before, after].allSatisfy { $0?.properties.isAlphabetic ?? false || $0?.isDigit ?? false }
  }

  /// The text as code. In backticks where it can be; else as an HTML element with character
  /// references, because a table is cut at `|` even in backticks. Control characters are shown as
  /// escapes.
  var asMarkdownCode: String {
    let shown = showingControls
    let isPlain =
      !shown.isEmpty && !shown.contains { "`|".contains($0) }
      && !shown.hasPrefix(" ") && !shown.hasSuffix(" ")
    if isPlain { return "`\(shown)`" }
    let text = shown.unicodeScalars.map { scalar in
      Self.markup.contains(scalar) ? "&#\(scalar.value);" : "\(scalar)"
    }
    return "<code>\(text.joined())</code>"
  }

  private static let markup = Set("&<>|`*_[]\\~$:@! ".unicodeScalars)

  private var showingControls: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a heading with this text is linked by. Forges agree on it: lower case, a dash for a space,
  /// and of the rest only letters, marks, digits, `-` and `_`.
  var anchor: String {
    var text = ""
    for scalar in lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .unicodeScalars
    {
      if scalar == " " || scalar == "-" {
        text += "-"
      } else if scalar.isWord {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }

  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
