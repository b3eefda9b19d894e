import AccordYAML
import Testing

@Suite("diagnostics")
struct DiagnosticTests {
  let file = SourceFile(path: "a.yaml", text: "one\n\ttwo три\n")

  func range(_ line: Int, _ column: Int) -> SourceRange {
    let position = SourcePosition(line: line, column: column)
    return SourceRange(file: file, start: position, end: position)
  }

  @Test("a diagnostic shows the line, a caret and its notes; tabs stay tabs")
  func rendering() {
    let diagnostic = Diagnostic(
      at: range(2, 6), "the word is 'три'", notes: [.note(at: range(1, 1), "the first is here")])
    #expect(
      diagnostic.description == """
        a.yaml:2:6: error: the word is 'три'
        \ttwo три
        \t    ^
        a.yaml:1:1: note: the first is here
        one
        ^

        """)
  }

  @Test("diagnostics come in order of place, each once")
  func order() throws {
    let problems = [(2, 1), (1, 2), (1, 1), (1, 2)].map {
      Diagnostic(at: range($0.0, $0.1), "wrong")
    }
    let all = try #require(Diagnostics(problems)).all
    #expect(all.compactMap(\.range?.start.column) == [1, 2, 1])
  }

  @Test("there are no diagnostics without a problem")
  func none() {
    #expect(Diagnostics([])?.all.count == nil)
  }

  @Test("text from a contract cannot break a line or move the cursor")
  func hostileText() {
    let said = Diagnostic(at: range(1, 1), "the key 'a\n\u{1B}[2J\u{202E}' is wrong").description
    #expect(said.hasPrefix("a.yaml:1:1: error: the key 'a\\n\\u{1B}[2J\\u{202E}' is wrong\n"))
  }

  @Test(
    "a near name is suggested, a far one is not",
    arguments: [
      ("maxLenght", "maxLength"), ("MaxLength", "maxLength"), ("int", "integer"),
      ("minLengt", "minLength"), ("colour", nil), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func suggestions(name: String, expected: String?) {
    let said = suggestion(for: name, among: ["maxLength", "minLength", "integer", "string"])
    #expect(said == expected.map { "; did you mean '\($0)'?" } ?? "")
  }

  @Test("lines are found whatever ends them, and as quickly in a long file")
  func lines() {
    let file = SourceFile(path: "a.yaml", text: "\u{FEFF}one\r\ntwo\rthree\n\nfive\n")
    #expect(
      (0...7).map { file.text(ofLine: $0) } == [
        nil, "one", "two", "three", "", "five", "", nil,
      ])
    let long = SourceFile(path: "b.yaml", text: String(repeating: "key: value\n", count: 400_000))
    let clock = ContinuousClock()
    let time = clock.measure {
      for line in 396_000..<400_000 { #expect(long.text(ofLine: line) == "key: value") }
    }
    #expect(time < .seconds(4), "\(time)")
  }
}
