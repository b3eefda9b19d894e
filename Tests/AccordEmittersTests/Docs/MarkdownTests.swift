import Testing

@testable import AccordEmitters

@Suite("Markdown") struct MarkdownTests {
  @Test(
    "text of a contract is read as it stands, wherever a line or a cell begins",
    arguments: [
      ("user_id is a*b", #"user_id is a\*b"#),
      ("# one\n# two", "\\# one \\# two"),
      ("C#, F# #", "C#, F# \\#"),
      ("1. first", #"1\. first"#), ("1.0.0", "1.0.0"), ("12) b", #"12\) b"#),
      ("- a - b", #"\- a - b"#), ("> a > b", #"\> a > b"#),
      ("a|b <c> &amp; [d](e) `f` ~g~", #"a&#124;b &lt;c> &amp;amp; \[d\](e) \`f\` \~g\~"#),
      ("__init__", #"\_\_init\_\_"#), (#"a\b"#, #"a\\b"#), (" \r\n ", ""),
    ])
  func text(_ text: String, markdown: String) {
    #expect("\(text: text)" as Markdown == Markdown(source: markdown))
  }

  @Test(
    "code is in backticks where a table leaves them alone, else an element",
    arguments: [
      (#"^[^@\s]+$"#, #"`^[^@\s]+$`"#),
      ("a|b", "<code>a&#124;b</code>"), ("`", "<code>&#96;</code>"), ("", "<code></code>"),
      (" a", "<code>&#32;a</code>"), ("a\n\u{0}", #"`a\n\u{0}`"#),
      ("`</code>`", "<code>&#96;&#60;/code&#62;&#96;</code>"),
    ])
  func code(_ text: String, markdown: String) {
    #expect("\(code: text)" as Markdown == Markdown(source: markdown))
  }

  @Test("a fence is longer than every row of backticks in it")
  func fence() {
    #expect(Markdown.fence("sh", "a ```` b").source == "`````sh\na ```` b\n`````")
    #expect(Markdown.fence("", "a\n").source == "```\na\n```")
  }

  @Test("a table leaves out columns that say nothing, and is nothing without rows")
  func table() {
    var table = MarkdownTable("A", "B", "C")
    #expect(table.text.isEmpty)
    table.add("1", "", "3")
    table.add("", "", "4")
    #expect(table.text.source == "| A | C |\n|---|---|\n| 1 | 3 |\n|  | 4 |")
  }

  @Test("an item's further blocks are indented, and loosen its list")
  func list() {
    #expect(Markdown.list([["a"], ["b"]]).source == "- a\n- b")
    #expect(Markdown.list([["a", "b\n\nc"], ["d"]]).source == "- a\n\n  b\n\n  c\n\n- d")
  }

  @Test(
    "an anchor is what forges make of a heading",
    arguments: [
      ("Create a user", "create-a-user"), ("It's `x` – GET /a_b", "its-x--get-a_b"),
      ("Ünï 2", "ünï-2"), ("???", ""),
    ])
  func anchor(_ text: String, anchor: String) {
    #expect(text.anchor == anchor)
  }
}
