import Testing

@testable import AccordEmitters

@Suite("Descriptions on a page") struct ProseTests {
  private func blocks(_ text: String, below level: Int = 3) -> String {
    Prose(text).blocks(below: level).source
  }

  @Test("headings stand below the page's, in their own order; underlined ones too")
  func headings() {
    #expect(blocks("# A #\n\ntext\n\n### B\n") == "#### A\n\ntext\n\n###### B")
    #expect(blocks("two\nlines\n===\n\nB\n---") == "#### two lines\n\n##### B")
    #expect(blocks("###### A\n\n##### B", below: 5) == "###### A\n\n###### B")
    #expect(Prose("## A `b` *c* [d](e)\n").headings == ["A b c d"])
  }

  @Test(
    "what is no heading stays",
    arguments: [
      "```\n# a\n```", "~~~~\n~~~\n# a\n~~~~", "- ```\n  # a\n  ```", "<!--\n# a\n-->", "#a",
      "    # a", "text\n\n---\n\ntext", "> # a", "- a\n\n  # b", "| a |\n|---|\n| b |",
      "<prefix>\n\ntext",
    ])
  func others(text: String) {
    #expect(blocks(text) == text)
    #expect(Prose(text).headings == [])
  }

  @Test(
    "what is left open is closed where it was opened",
    arguments: [
      ("```\na", "```"), ("a\n\n~~~~ x\n```", "~~~~"), ("- a\n\n  ```\n  b", "  ```"),
      ("1. ```\n   b", "   ```"), ("<!-- a", "-->"), ("<pre>\na", "</pre>"),
    ])
  func closing(text: String, end: String) {
    #expect(blocks(text) == "\(text)\n\(end)")
  }

  @Test("what ends with its list or its quotation is not closed again")
  func containers() {
    for text in ["- ```\n  a\n\nb", "> ```\n> a", "```\na\n```\n\n- ```\n  b\n\nc"] {
      #expect(blocks(text) == text)
    }
  }

  @Test("a cell holds one paragraph, on one line; the rest stands below")
  func cells() {
    func cell(_ text: String) -> [String?] {
      let (line, rest) = Prose(text).forCell
      return [line.source, rest?.blocks(below: 3).source]
    }
    #expect(cell("") == ["", nil])
    #expect(cell("a\nb  c\\\nd\n") == ["a b c d", nil])
    #expect(cell("a `b|c`") == [#"a `b\|c`"#, nil])
    #expect(cell("a\n\n- b\n- c\n") == ["a", "- b\n- c"])
    #expect(cell("a:\n- b") == ["", "a:\n- b"])
    #expect(cell("- b") == ["", "- b"])
    #expect(cell(#"a `b\|c`"#) == ["", #"a `b\|c`"#])
  }
}
