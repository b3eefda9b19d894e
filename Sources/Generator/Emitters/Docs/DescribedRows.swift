import AccordModel

/// What is added to a description in a table.
struct Remarks {
  private(set) var before: [Markdown] = []
  private(set) var behind: [Markdown] = []

  mutating func add(deprecated: Bool) {
    if deprecated { before.append("**Deprecated.**") }
  }

  /// - Parameter text: how values are written where they stand
  mutating func add(defaultValue: Value?, _ text: (Value) -> String) {
    if let defaultValue { behind.append("Default: \(code: text(defaultValue)).") }
  }

  mutating func add(examples: [Example], _ text: (Value) -> String) {
    guard !examples.isEmpty else { return }
    let values = examples.map { example -> Markdown in "\(code: text(example.value))" }
    behind.append("Example: \(values.listed("or")).")
  }

  mutating func add(_ remark: Markdown) {
    if !remark.isEmpty { behind.append(remark) }
  }
}

/// A table whose last column is a description. What of a description a cell cannot hold, a list, say,
/// stands below the table.
struct DescribedRows {
  private let titles: [Markdown]
  /// Of the heading that the table is below.
  private let level: Int
  private var rows: [[Markdown]] = []
  private var notes: [[Markdown]] = []

  init(_ titles: Markdown..., level: Int) {
    self.titles = titles
    self.level = level
  }

  mutating func add(
    _ name: Markdown, _ documentation: Documentation, _ remarks: Remarks = Remarks(),
    _ cells: Markdown...
  ) {
    let (line, rest) = Prose(documentation.description).forCell
    let more: Markdown = rest == nil ? "" : "More below."
    let title = documentation.summary.isEmpty ? "" : Markdown("\(text: documentation.summary):")
    let description = (remarks.before + [title, line, more] + remarks.behind).joined(" ")
    rows.append([name] + cells + [description])
    if let rest { notes.append([name, rest.blocks(below: level)]) }
  }

  var blocks: [Markdown] {
    let table = MarkdownTable(titles + ["Description"], rows)
    return rows.isEmpty ? [] : [table.text, .list(notes)]
  }
}
