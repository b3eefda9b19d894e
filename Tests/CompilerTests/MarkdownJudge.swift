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
  /// columns, as `table 3`; several numbers where its rows differ.
  func outline(of page: URL) throws -> [String] {
    try python.output(of: Self.program, [page.path]).split(separator: "\n").map(String.init)
  }

  private static let program = """
    import sys, html.parser, cmarkgfm
    from cmarkgfm.cmark import Options

    class Outline(html.parser.HTMLParser):
        heading, columns, rows = None, 0, None
        def handle_starttag(self, tag, _):
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"): self.heading = tag + " "
            if tag == "table": self.rows = []
            if tag == "tr": self.columns = 0
            if tag in ("th", "td"): self.columns += 1
        def handle_endtag(self, tag):
            if self.heading and self.heading.startswith(tag + " "):
                print(self.heading)
                self.heading = None
            if tag == "tr": self.rows.append(self.columns)
            if tag == "table": print("table", *sorted(set(self.rows)))
        def handle_data(self, text):
            if self.heading: self.heading += text

    text = open(sys.argv[1], encoding="utf-8").read()
    Outline().feed(cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE))
    """
}
