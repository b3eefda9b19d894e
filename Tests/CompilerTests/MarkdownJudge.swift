import Foundation
import Oracles

/// cmark-gfm, the parser that GitHub shows Markdown with.
struct MarkdownJudge {
  private let python: Python

  /// Nil, with a word why, where there is none.
  static func find() -> MarkdownJudge? {
    Python.find(importing: "cmarkgfm").map(MarkdownJudge.init)
  }

  /// What it sees in a page, a line each: headings, as `h2 Text`, and the number of each table's
  /// columns, as `table 3`; several numbers where its rows differ. The parser cuts a row to the
  /// columns of its heading, so that those of rows are counted in the page's text (GitHub Flavored
  /// Markdown, 4.10): a table that the text has not, or has besides, is told as `table` alone.
  func outline(of page: URL) throws -> [String] {
    try python.output(of: Self.program, [page.path]).split(separator: "\n").map(String.init)
  }

  private static let program = #"""
    import re, sys, html.parser, cmarkgfm
    from cmarkgfm.cmark import Options

    def written(text):
        tables, open_table, fence = [], False, None
        for line in map(str.strip, text.split("\n")):
            mark = re.match("`{3,}|~{3,}", line)
            if fence and mark and line == mark[0] and line.startswith(fence): fence = None
            elif not fence and mark: fence = mark[0]
            is_row = not fence and line.startswith("|")
            if is_row and not open_table: tables.append(set())
            if is_row: tables[-1].add(len(re.findall(r"(?<!\\)\|", line)) - 1)
            open_table = is_row
        return tables

    class Outline(html.parser.HTMLParser):
        heading, columns, rows = None, 0, None
        def handle_starttag(self, tag, _):
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"): self.heading = tag + " "
            if tag == "table": self.rows = set()
            if tag == "tr": self.columns = 0
            if tag in ("th", "td"): self.columns += 1
        def handle_endtag(self, tag):
            if self.heading and self.heading.startswith(tag + " "):
                print(self.heading)
                self.heading = None
            if tag == "tr": self.rows.add(self.columns)
            if tag == "table": print("table", *sorted(self.rows | (tables.pop(0) if tables else set())))
        def handle_data(self, text):
            if self.heading: self.heading += text

    text = open(sys.argv[1], encoding="utf-8").read()
    tables = written(text)
    Outline().feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
    if tables: print("table")
    """#
}
