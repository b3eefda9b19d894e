/// A problem, or a place related to one.
///
/// The message is lower-case, has names in single quotes and no full stop.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  package let severity: Severity
  package let path: String
  /// Where it begins; nil when the problem is the file itself.
  package let range: SourceRange?
  package let message: String
  package let notes: [Diagnostic]

  package init(_ severity: Severity = .error, at range: SourceRange, _ message: String) {
    self.init(severity, at: range, message, notes: [])
  }

  package init(
    _ severity: Severity = .error, at range: SourceRange, _ message: String, notes: [Diagnostic]
  ) {
    self.severity = severity
    self.path = range.file.path
    self.range = range
    self.message = message
    self.notes = notes
  }

  /// A problem with a file as a whole, such as one that cannot be read.
  package init(_ severity: Severity = .error, inFile path: String, _ message: String) {
    self.severity = severity
    self.path = path
    self.range = nil
    self.message = message
    self.notes = []
  }

  package static func note(at range: SourceRange, _ message: String) -> Diagnostic {
    Diagnostic(.note, at: range, message)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: severity: message`, the source line, a caret; then the notes in the same form.
  package var description: String {
    let own = "\(location): \(severity.rawValue): \(printable(message))\n" + listing
    return notes.reduce(own) { $0 + $1.description }
  }

  private var location: String {
    guard let start = range?.start else { return printable(path) }
    return "\(printable(path)):\(start.line):\(start.column)"
  }

  private var listing: String {
    guard let range, let line = range.file.text(ofLine: range.start.line) else { return "" }
    let excerpt = Excerpt(line: line, column: range.start.column)
    return "\(excerpt.text)\n\(excerpt.caret)\n"
  }
}

/// The part of a source line that is shown, so that a minified file does not flood the screen.
private struct Excerpt {
  let text: String
  let caret: String
  static let scalarsMax = 160

  init(line: String, column: Int) {
    let scalars = Array(line.unicodeScalars)
    let target = min(max(column - 1, 0), scalars.count)
    let isLong = scalars.count > Self.scalarsMax
    let start = isLong ? max(0, target - Self.scalarsMax / 2) : 0
    let end = isLong ? min(scalars.count, start + Self.scalarsMax) : scalars.count
    text = scalars[start..<end].map(Self.shown).joined()
    // Tabs stay tabs so that the caret stands under its character whatever the tab width.
    caret = scalars[start..<target].map { $0 == "\t" ? "\t" : " " }.joined() + "^"
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" || !isControl(scalar) ? String(scalar) : "\u{FFFD}"
  }
}

/// Text from a contract must not move the terminal's cursor or break a line.
private func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  return text.unicodeScalars.map { isControl($0) ? $0.escaped(asASCII: true) : String($0) }.joined()
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  case .format: scalar.value != 0x200D
  default: false
  }
}
