import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Code") struct CodeTests {
  @Test("what is interpolated is indented as the line it stands on")
  func indentation() {
    let inner: Code = "if a {\n  b()\n}\n\nc()"
    let code: Code = """
      func f() {
        \(inner)
      }
      """
    #expect(code.text == "func f() {\n  if a {\n    b()\n  }\n\n  c()\n}")
  }

  @Test("pieces after other text are indented as their line, not as their column")
  func hanging() {
    let code: Code = """
        let x = \(Code("f(\n  a)"))
      """
    #expect(code.text == "  let x = f(\n    a)")
  }

  @Test("a line that holds only empty pieces is left out, wherever it is")
  func emptyLines() {
    let none: Code = ""
    let code: Code = """
      \(none)
      a
        \(none)\([])
      b
      \(none)
      """
    #expect(code.text == "a\nb")
  }

  @Test("a line with an empty piece and anything else stays")
  func partlyEmpty() {
    let none: Code = ""
    let code: Code = "  \(none)a\n\(none) \(none)b"
    #expect(code.text == "  a\n b")
  }

  @Test("nothing but empty pieces is empty")
  func onlyEmpty() {
    let none: Code = ""
    let code: Code = "\(none)\n  \(none)"
    #expect(code.isEmpty)
  }

  @Test("pieces are joined by line ends, or by what is given, without the empty ones")
  func joining() {
    let pieces: [Code] = ["a", "", "b"]
    let lines: Code = "\(pieces)"
    let commas: Code = "(\(pieces, separator: ", "))"
    #expect(lines.text == "a\nb")
    #expect(commas.text == "(a, b)")
  }

  @Test("a keyword is escaped where Swift needs it, and nowhere else")
  func keywords() {
    let (plain, keyword, initializer) = (
      Identifier("user"), Identifier("default"), Identifier("init")
    )
    let code: Code = "\(plain) \(keyword) .\(keyword) .\(initializer) f(\(label: keyword): 1)"
    #expect(code.text == "user `default` .default .`init` f(default: 1)")
    let parameter: Code = "(\(parameter: Identifier("inout")): Int, \(parameter: keyword): Int)"
    #expect(parameter.text == "(`inout`: Int, default: Int)")
  }

  @Test("a type's full name is written with dots")
  func typeName() {
    let code: Code = "\(TypeName(Identifier("Login"), Identifier("Body")))"
    #expect(code.text == "Login.Body")
  }

  @Test(
    "a literal is proof against its text",
    arguments: [
      ("", #""""#), ("a\"b", #""a\"b""#), ("\\(x)", #""\\(x)""#), ("\n\r\t\0", #""\n\r\t\0""#),
      ("é👩", "\"é👩\""), ("\u{202E}\u{2028}\u{85}", #""\u{202E}\u{2028}\u{85}""#),
      ("a\u{301}", "\"a\u{301}\""), ("\u{301}", #""\u{301}""#), ("\u{200D}", #""\u{200D}""#),
      ("\u{E000}", #""\u{E000}""#), ("\u{A0}", #""\u{A0}""#), ("\"#", ##""\"#""##),
    ])
  func literal(text: String, expected: String) {
    let code: Code = "\(literal: text)"
    #expect(code.text == expected)
  }

  @Test("documentation cannot leave its comment, whatever ends a line in it")
  func documentation() {
    let text = "\na\r}\u{2028}b\u{85}c\u{B}\u{C}d\u{2029}\r\n\u{202E}e \u{E000}\u{0}\n"
    let code: Code = "\(documentation: text)"
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.hasPrefix("///") })
    #expect(lines.last == "/// U+202Ee \u{FFFD}")
    #expect(
      !code.text.unicodeScalars.contains { ["\r", "\u{2028}", "\u{202E}", "\0"].contains($0) })
  }

  @Test("a comment of one line stays on it")
  func comment() {
    let code: Code = "// \(comment: "a\n  b\r\n\u{2028}c  ")"
    #expect(code.text == "// a   b c")
  }

  @Test("a call is broken where it does not fit, and a declaration's head too")
  func breaking() {
    let long: [Code] = Array(repeating: "argument: value", count: 6)
    let short = Code.call("f", ["a", "b"], closure: "$0.c")
    #expect(short.text == "f(a, b) { $0.c }")
    let call = Code.call("function", long)
    #expect(call.text.hasPrefix("function(\n  argument: value,"))
    #expect(call.text.hasSuffix("value)"))
    let head = Code.head("func f", long, " -> Int {")
    #expect(head.text.hasSuffix("\n) -> Int {"))
  }

  @Test("a name that is taken gives way")
  func freeName() {
    #expect(Code.name(["json", "text"], unlike: ["a"]).text == "json")
    #expect(Code.name(["json", "text"], unlike: ["json"]).text == "text")
    #expect(Code.name(["json", "text"], unlike: ["json", "text", "text_"]).text == "text__")
  }
}
