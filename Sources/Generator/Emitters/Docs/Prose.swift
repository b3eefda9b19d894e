import AccordModel

/// A description of the contract, CommonMark, that stays within its place on a page.
struct Prose: Sendable {
  private let lines: [ProseReader.Line]

  init(_ description: String) {
    lines = ProseReader(description).lines
  }

  /// The texts of its headings, as their anchors are made from them.
  var headings: [String] {
    lines.compactMap { if case .heading(_, let text) = $0 { Self.plain(text) } else { nil } }
  }

  /// As it is, but with its highest headings just below the level, and with what it opens closed.
  func blocks(below level: Int) -> Markdown {
    let highest =
      lines.compactMap {
        if case .heading(let level, _) = $0 { level } else { nil }
      }.min() ?? 1
    let texts = lines.map { line in
      switch line {
      case .blank: ""
      case .paragraph(let text), .other(let text): text
      case .heading(let own, let text):
        Markdown.heading(level + 1 + own - highest, Markdown(source: text)).source
      }
    }
    return Markdown(source: texts.joined(separator: "\n"))
  }

  /// The first paragraph on one line, fit for a table's cell, and the rest; no paragraph where there
  /// is none that a cell can hold.
  var forCell: (paragraph: Markdown, rest: Prose?) {
    var words: [String] = []
    for case .paragraph(let text) in lines.prefix(while: \.isParagraph) {
      // A line break says nothing in a cell.
      let line = text.hasSuffix("\\") ? text.dropLast() : text[...]
      words += line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let rest = Array(lines.dropFirst(lines.prefix(while: \.isParagraph).count))
    let text = words.joined(separator: " ")
    let continues = rest.first.map { $0 != .blank } ?? false
    guard !continues, !text.contains("\\|") else { return ("", lines.isEmpty ? nil : self) }
    let cell = Markdown(
      source: text.split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|"))
    return (cell, rest.isEmpty ? nil : Prose(Array(rest.dropFirst())))
  }

  private init(_ lines: [ProseReader.Line]) {
    self.lines = lines
  }

  /// A heading's text without its markup.
  private static func plain(_ text: String) -> String {
    text.replacing(/\[([^\]]*)\]\([^)]*\)/) { $0.output.1 }.filter { !"`*\\".contains($0) }
  }
}

extension ProseReader.Line {
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
