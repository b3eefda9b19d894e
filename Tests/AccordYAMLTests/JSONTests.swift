import AccordYAML
import Testing

@Suite("JSON")
struct JSONTests {
  func read(_ text: String) throws -> Node {
    try NodeReader.read(SourceFile(path: "a.json", text: text))
  }

  func said(_ text: String) -> String {
    do {
      _ = try read(text)
      return ""
    } catch {
      return String(describing: error)
    }
  }

  @Test("JSON yields the tree YAML yields, with the same places")
  func sameAsYAML() throws {
    let text = "{\"é\": [1, -2.5e3, \"x\"],\n \"b\": {\"c\": null, \"d\": true}}"
    let json = try read(text)
    let yaml = try NodeReader.read(SourceFile(path: "a.yaml", text: text))
    #expect(outline(json) == outline(yaml))
  }

  private func outline(_ node: Node) -> [String] {
    let place = "\(node.range.start.line):\(node.range.start.column) \(node.kindName)"
    let inner =
      (node.mapping?.entries ?? []).flatMap { [$0.key.text] + outline($0.value) }
      + (node.sequence ?? []).flatMap(outline)
    return ["\(place) \(node.scalar?.text ?? "")"] + inner
  }

  @Test("escapes are decoded, surrogate pairs together")
  func escapes() throws {
    #expect(
      try read(#"["\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é"]"#).sequence?.first?.string
        == "\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}é")
  }

  @Test(
    "what RFC 8259 does not allow is refused at its place",
    arguments: [
      ("", "1:1"), ("{\"a\":1,}", "1:8"), ("[1,]", "1:4"), ("[1 2]", "1:4"), ("{a:1}", "1:2"),
      ("{\"a\" 1}", "1:6"), ("[01]", "1:2"), ("[1.]", "1:2"), ("[.5]", "1:2"), ("[+1]", "1:2"),
      ("[1e]", "1:2"), ("[NaN]", "1:2"), ("[tru]", "1:2"), ("\"a", "1:3"), ("\"\t\"", "1:2"),
      ("\"\\x\"", "1:2"), ("\"\\ud800\"", "1:2"), ("\"\\u12\"", "1:2"), ("[1]\n x", "2:2"),
      ("[", "1:2"), ("{", "1:2"), ("['a']", "1:2"), ("// c\n1", "1:1"), ("\"\\", "1:2"),
    ])
  func refused(text: String, place: String) {
    #expect(said(text).hasPrefix("a.json:\(place): error: "))
  }

  @Test("duplicate keys are refused with both places")
  func duplicates() {
    #expect(
      said("{\"a\": 1,\n \"a\": 2}") == """
        a.json:2:2: error: the key 'a' is used twice
         "a": 2}
         ^
        a.json:1:2: note: first used here
        {"a": 1,
         ^

        """)
  }

  @Test("nesting is limited")
  func nesting() {
    #expect(said(String(repeating: "[", count: 100_000)).contains("deeper than 200 levels"))
  }

  @Test("a long line is shown in part, with the caret under its place")
  func longLine() {
    let said = said("{" + (0..<5_000).map { "\"k\($0)\": 1," }.joined() + "}")
    let lines = said.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(Array(lines[1])[lines[2].count - 1] == "}")
  }

  @Test("every truncation is survived")
  func truncations() {
    let text = Array(#"{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00é"], "b": {"c": null}}"#.utf8)
    for index in text.indices {
      let source = SourceFile(path: "a.json", bytes: Array(text[..<index]))
      #expect(throws: Diagnostics.self) { try NodeReader.read(source) }
    }
  }
}
