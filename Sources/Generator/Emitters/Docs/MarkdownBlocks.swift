extension Markdown {
  /// A block of code (CommonMark 0.31, 4.5), fenced by more backticks than it holds in a row.
  static func fence(_ language: Markdown, _ text: String) -> Markdown {
    var (longest, run) = (2, 0)
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    let end = text.hasSuffix("\n") ? "" : "\n"
    return Markdown(source: "\(marks)\(language.source)\n\(text)\(end)\(marks)")
  }

  /// - Parameter level: 1…6
  static func heading(_ level: Int, _ text: Markdown) -> Markdown {
    Markdown(source: String(repeating: "#", count: min(max(level, 1), 6)) + " " + text.source)
  }

  /// An item of a list. What follows its first line is indented, and so ends with it.
  static func item(_ blocks: [Markdown]) -> Markdown {
    let lines = blocks.blocks.source.split(separator: "\n", omittingEmptySubsequences: false)
    return Markdown(
      source: lines.enumerated().map { index, line in
        index == 0 ? "- \(line)" : line.isEmpty ? "" : "  \(line)"
      }.joined(separator: "\n"))
  }

  /// A list; loose where an item has several blocks.
  static func list(_ items: [[Markdown]]) -> Markdown {
    let isLoose = items.contains { $0.filter { !$0.isEmpty }.count > 1 }
    return items.map(item).joined(isLoose ? "\n\n" : "\n")
  }

  static func link(_ text: Markdown, to anchor: String) -> Markdown {
    "[\(text)](#\(Markdown(source: anchor)))"
  }
}

/// A table of GitHub's (GFM 0.29, 4.10). Columns in which no row says anything are left out.
struct MarkdownTable {
  let titles: [Markdown]
  /// As many cells each as there are titles, each on one line and without a bare `|`.
  private(set) var rows: [[Markdown]]

  init(_ titles: [Markdown], _ rows: [[Markdown]]) {
    self.titles = titles
    self.rows = rows
  }

  init(_ titles: Markdown...) {
    self.init(titles, [])
  }

  mutating func add(_ cells: Markdown...) { rows.append(cells) }

  /// Empty without rows.
  var text: Markdown {
    guard !rows.isEmpty else { return "" }
    let columns = titles.indices.filter { column in
      rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    let rule = Markdown(source: "|" + String(repeating: "---|", count: columns.count))
    return ([line(titles, columns), rule] + rows.map { line($0, columns) }).joined("\n")
  }

  private func line(_ cells: [Markdown], _ columns: [Int]) -> Markdown {
    let shown = columns.map { $0 < cells.count ? cells[$0].source : "" }
    return Markdown(source: "| " + shown.joined(separator: " | ") + " |")
  }
}
