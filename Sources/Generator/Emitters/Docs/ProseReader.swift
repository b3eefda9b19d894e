/// Reads a description, CommonMark, line by line: as much of its structure as tells headings from
/// text, and says what is still open at its end.
struct ProseReader {
  enum Line: Sendable, Hashable {
    case blank
    /// A line of a paragraph that stands by itself: in no list, no quotation.
    case paragraph(String)
    /// - level: 1…6
    case heading(level: Int, text: String)
    /// Anything else, code and HTML among it.
    case other(String)
  }

  private(set) var lines: [Line] = []
  private var fence: (marks: Substring, indentation: Int)?
  /// What ends the block of HTML that is open (CommonMark 0.31, 4.6, conditions 1 to 5).
  private var htmlEnd: String?
  /// How far the contents of the list item that is open are indented; 0 where none is.
  private var item = 0

  init(_ text: String) {
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      read(line)
    }
    while lines.last == .blank { lines.removeLast() }
    lines = Array(lines.drop { $0 == .blank })
    if let fence {
      lines.append(.other(String(repeating: " ", count: fence.indentation) + fence.marks))
    }
    if let htmlEnd { lines.append(.other(htmlEnd)) }
  }

  private mutating func read(_ line: Substring) {
    let content = line.drop(while: \.isWhitespace)
    let indentation = Self.width(line.prefix(line.count - content.count))
    if let end = htmlEnd {
      if content.lowercased().contains(end) { htmlEnd = nil }
      return lines.append(.other(String(line)))
    }
    if readFenced(line, content, indentation) { return }
    guard !content.isEmpty else { return lines.append(.blank) }
    if indentation < item { item = 0 }
    readMarkers(content, indentation)
    lines.append(kind(of: line, content, indentation))
  }

  /// Whether the line belongs to the block of code that is open.
  private mutating func readFenced(
    _ line: Substring, _ content: Substring, _ indentation: Int
  ) -> Bool {
    guard let open = fence else { return false }
    if !content.isEmpty, indentation < open.indentation {
      fence = nil
      return false
    }
    let run = content.prefix { $0 == open.marks.first }
    let isEnd =
      run.count >= open.marks.count && content.dropFirst(run.count).allSatisfy(\.isWhitespace)
    if isEnd, indentation < open.indentation + 4 { fence = nil }
    lines.append(.other(String(line)))
    return true
  }

  /// Goes past the markers of lists, to what a line opens behind them.
  private mutating func readMarkers(_ content: Substring, _ indentation: Int) {
    var (content, indentation) = (content, indentation)
    while let width = Self.markerWidth(content) {
      content = content.dropFirst(width)
      indentation += width
      item = indentation
    }
    guard indentation < item + 4 else { return }
    let marks = content.prefix { $0 == content.first }
    if marks.count >= 3, marks.first == "~" || marks.first == "`",
      marks.first == "~" || !content.dropFirst(marks.count).contains("`")
    {
      fence = (marks, item)
    } else if item == 0, let (_, end) = Self.html.first(where: { Self.opens(content, $0.start) }) {
      htmlEnd = content.dropFirst(2).lowercased().contains(end) ? nil : end
    }
  }

  private mutating func kind(
    of line: Substring, _ content: Substring, _ indentation: Int
  ) -> Line {
    guard item == 0, fence == nil, htmlEnd == nil else { return .other(String(line)) }
    if let underline = underlined(content, indentation) { return underline }
    let isContinued = if case .paragraph? = lines.last { true } else { false }
    guard indentation < 4 || isContinued else { return .other(String(line)) }
    let marks = content.prefix { $0 == "#" }
    let text = content.dropFirst(marks.count)
    if (1...6).contains(marks.count), text.first?.isWhitespace ?? true, indentation < 4 {
      return .heading(level: marks.count, text: Self.withoutClosing(text))
    }
    let startsBlock = content.first.map { ">|<".contains($0) } ?? false
    // A rule, or what is below the titles of a table.
    let isRule = content.count >= 3 && content.allSatisfy { "-*_|: ".contains($0) }
    return startsBlock || isRule ? .other(String(line)) : .paragraph(String(line))
  }

  /// The heading that the line makes of the paragraph above it; the paragraph's lines go.
  private mutating func underlined(_ content: Substring, _ indentation: Int) -> Line? {
    let marks = content.prefix { $0 == content.first }
    guard marks.first == "=" || marks.first == "-", indentation < 4,
      content.dropFirst(marks.count).allSatisfy(\.isWhitespace)
    else { return nil }
    var text: [String] = []
    while case .paragraph(let line)? = lines.last {
      text.insert(line.trimmingSpaces, at: 0)
      lines.removeLast()
    }
    guard !text.isEmpty else { return nil }
    return .heading(level: marks.first == "=" ? 1 : 2, text: text.joined(separator: " "))
  }
}

extension ProseReader {
  private static let html: [(start: String, end: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<!", ">"), ("<pre", "</pre>"),
    ("<script", "</script>"), ("<style", "</style>"), ("<textarea", "</textarea>"),
  ]

  private static func opens(_ content: Substring, _ start: String) -> Bool {
    guard content.prefix(start.count).lowercased() == start else { return false }
    let next = content.dropFirst(start.count).first
    // `<pre` begins other names too.
    return start.last?.isLetter != true || next.map { $0 == ">" || $0.isWhitespace } ?? true
  }

  private static func width(_ spaces: Substring) -> Int {
    spaces.reduce(0) { $1 == "\t" ? $0 + 4 - $0 % 4 : $0 + 1 }
  }

  /// Of a list's marker and the spaces behind it; nil if the line does not begin with one.
  private static func markerWidth(_ content: Substring) -> Int? {
    let digits = content.prefix { $0.isASCII && $0.isNumber }
    let rest = content.dropFirst(digits.count)
    guard let mark = rest.first, digits.count < 10,
      (digits.isEmpty ? "-+*" : ".)").contains(mark)
    else { return nil }
    let spaces = rest.dropFirst().prefix { $0 == " " }.count
    guard spaces > 0 else { return nil }
    return digits.count + 1 + (spaces > 4 ? 1 : spaces)
  }

  private static func withoutClosing(_ text: Substring) -> String {
    let whole = text.trimmingSpaces
    let closing = whole.reversed().prefix { $0 == "#" }.count
    let rest = whole.dropLast(closing)
    return closing > 0 && rest.last?.isWhitespace ?? true ? rest.trimmingSpaces : whole
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
