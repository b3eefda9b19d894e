import AccordYAML
import Testing

@Suite("YAML")
struct YAMLTests {
  func read(_ text: String) throws -> Node {
    try NodeReader.read(SourceFile(path: "a.yaml", text: text))
  }

  func said(_ text: String) -> String {
    said(Array(text.utf8))
  }

  func said(_ bytes: [UInt8]) -> String {
    do {
      _ = try NodeReader.read(SourceFile(path: "a.yaml", bytes: bytes))
      return ""
    } catch {
      return error.description
    }
  }

  @Test(
    "plain scalars follow the core schema of YAML 1.2",
    arguments: [
      ("null", .null), ("~", .null), ("", .null), ("true", .bool(true)), ("False", .bool(false)),
      ("yes", .string), ("no", .string), ("on", .string), ("y", .string), ("1", .int),
      ("-12", .int), ("0o17", .int), ("0xFf", .int), ("0b1", .string), ("1_000", .string),
      ("1.", .float), (".5", .float), ("1e3", .float), ("-.inf", .float), (".NaN", .float),
      (".", .string), ("1.2.3", .string), ("12:30", .string), ("2001-01-01", .string),
      ("+", .string), ("e3", .string), ("007", .int), ("'1'", .string), ("\"true\"", .string),
      ("! 1", .string), ("!!str 1", .string), ("!!float 1", .float),
    ] as [(String, Scalar.Kind)])
  func coreSchema(text: String, kind: Scalar.Kind) throws {
    #expect(try read("a: \(text)")["a"]?.scalar?.kind == kind)
  }

  @Test("a byte order mark is no part of the file, and counts for nothing")
  func byteOrderMark() throws {
    let root = try read("\u{FEFF}a: 1\nb: [\u{E9}]\n")
    #expect(root.range.start == SourcePosition(line: 1, column: 1))
    #expect(root["b"]?.range.start == SourcePosition(line: 2, column: 4))
    #expect(said("\u{FEFF}a: 1\nb: @\n").hasPrefix("a.yaml:2:4: error: "))
    #expect(said("\u{FEFF}a: \u{7}\n").hasPrefix("a.yaml:1:4: error: "))
    #expect(said("\u{FEFF}").contains("the file is empty"))
  }

  @Test("numbers keep their exact text")
  func exactText() throws {
    #expect(
      try read("a: 1.500000000000000000000001e+05")["a"]?.scalar?.text
        == "1.500000000000000000000001e+05")
  }

  @Test("columns count characters, not bytes, and lines end in any of the three ways")
  func columns() throws {
    let node = try read("ключ: {é: x}\r\nb: 1\rc: 2\n")
    #expect(node["ключ"]?["é"]?.range.start == SourcePosition(line: 1, column: 11))
    #expect(node["b"]?.range.start == SourcePosition(line: 2, column: 4))
    #expect(node["c"]?.range.start == SourcePosition(line: 3, column: 4))
  }

  @Test("entries stay in order and keys know their places")
  func order() throws {
    let mapping = try #require(try read("b: 1\na: 2\n200: 3\n").mapping)
    #expect(mapping.entries.map(\.key.text) == ["b", "a", "200"])
    #expect(mapping.entries.map(\.key.range.start.line) == [1, 2, 3])
  }

  @Test("an alias stands for its anchor's value, with the anchor's place")
  func alias() throws {
    let node = try read("a: &x {b: 1}\nc: *x\n")
    #expect(node["c"]?["b"]?.scalar?.text == "1")
    #expect(node["c"]?["b"]?.range.start == SourcePosition(line: 1, column: 11))
  }

  @Test("aliases that multiply without end are refused where they pass the limit")
  func laughs() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...30 {
      text += "a\(level): &a\(level) ["
      text += Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
    }
    #expect(said(text).hasPrefix("a.yaml:6:"))
    #expect(said(text).contains("aliases stand for more than 200000 values"))
  }

  @Test("nesting is limited, by aliases too", arguments: ["[", "{a: ", "- ", "? "])
  func nesting(opening: String) {
    let text = String(repeating: opening, count: 5_000)
    #expect(said(text).contains("nests deeper than 200 levels"))
  }

  @Test("aliases cannot nest deeper than the file could")
  func aliasNesting() {
    let nested = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    let around = String(repeating: "[", count: 100) + "*a" + String(repeating: "]", count: 100)
    #expect(said("a: &a \(nested)\nb: \(around)\n").contains("nests deeper than 200 levels"))
  }

  @Test("invalid UTF-8 is refused at its place")
  func invalidUTF8() {
    #expect(
      said([0x61, 0x3A, 0x20, 0xC3, 0xA9, 0x0A, 0x62, 0xFF, 0x0A])
        .hasPrefix("a.yaml:2:2: error: the file is not valid UTF-8"))
    #expect(said([0xFF, 0xFE, 0x61, 0x00]).contains("not valid UTF-8"))
  }

  @Test("control characters are refused, and do not reach the terminal")
  func controlCharacters() {
    let text = said("a: \"\u{1}\u{1B}[31m\"\n")
    #expect(text.hasPrefix("a.yaml:1:5: error: control characters are not allowed"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test(
    "broken files are refused, never fatal",
    arguments: [
      "", "\u{FEFF}", "# nothing", "---", "...", "a: [", "a: }", "\"", "'", "|", "a: |x", "&", "*",
      "!", "%", "%YAML 9.9\n---\na", "a: b: c", "? [a]: b", "{[a]: 1}", "\t", "a:\n\tb: 1", "!<",
      "- a\nb: c", "a: *b", "a: &b", "&a &b c", "{a: 1, a: 2}", "<<: {a: 1}", "a\0b",
    ])
  func brokenFiles(text: String) {
    let said = said(text)
    #expect(said.isEmpty || said.contains("error: "))
  }

  @Test("every truncation and every changed byte is survived")
  func mutations() {
    let text = Array("a: &x {b: [1, 'é', \"\\u00e9\"]}\nc: *x\nd: |\n  text\n? e\n: !!str f\n".utf8)
    for index in text.indices {
      _ = said(Array(text[..<index]))
      for byte: UInt8 in [0, 9, 10, 0x20, 0x22, 0x26, 0x27, 0x2A, 0x5B, 0x7D, 0x80, 0xFF] {
        var changed = text
        changed[index] = byte
        _ = said(changed)
      }
    }
  }

  @Test("duplicate keys are all reported, also among many")
  func duplicates() {
    let text = (0..<40).map { "k\($0): 1\n" }.joined() + "k3: 2\nk39: 2\n"
    let said = said(text)
    #expect(said.contains("a.yaml:41:1: error: the key 'k3' is used twice"))
    #expect(said.contains("a.yaml:42:1: error: the key 'k39' is used twice"))
    #expect(said.contains("a.yaml:40:1: note: first used here"))
  }
}
