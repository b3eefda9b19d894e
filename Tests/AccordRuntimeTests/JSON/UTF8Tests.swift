import AccordRuntime
import Testing

@Suite struct UTF8Tests {
  static let invalid: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xC2, 0xC2],
    [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x20], [0xE1, 0x20, 0x80],
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xEF, 0xBF],
    [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80],
    [0xF1, 0x80, 0x80, 0x20],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC],
    [0xFE], [0xFF], [0xE9], [0xC3, 0x28], [0xE2, 0x82, 0x28], [0xF0, 0x9F, 0x98],
  ]

  @Test(
    "bytes that are not UTF-8 are refused in values, names and what is passed over",
    arguments: invalid)
  func refuses(sequence: [UInt8]) {
    for prefix in ["", "a", "1234567", "12345678", "é", "\\n"] {
      for suffix in ["", "a", "12345678"] {
        let text = bytes(prefix) + sequence + bytes(suffix)
        let quoted = bytes("\"") + text + bytes("\"")
        let read = JSONReader.decode(String.self, from: quoted)
        #expect(read.malformed?.reason == .invalidUTF8)
        #expect(read.malformed?.offset == 1 + prefix.utf8.count)
        let name = bytes("{") + quoted + bytes(":1}")
        #expect(JSONReader.decode(JSONValue.self, from: name).malformed?.reason == .invalidUTF8)
        let skipped = bytes("{\"x\":") + quoted + bytes("}")
        #expect(JSONReader.decode(Skipped.self, from: skipped).malformed?.reason == .invalidUTF8)
      }
    }
  }

  @Test("every scalar is read as it is, and from its escape")
  func readsEveryScalar() throws {
    for code in stride(from: UInt32(0x20), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(code), scalar != "\"", scalar != "\\" else { continue }
      let text = String(Character(scalar))
      let plain = JSONReader.decode(String.self, from: bytes("\"\(text)\"")).accepted
      #expect(plain.map { Array($0.utf8) } == Array(text.utf8))
      let escaped = text.utf16.map { unit in
        "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
          + String(unit, radix: 16)
      }.joined()
      let read = JSONReader.decode(String.self, from: bytes("\"\(escaped)\"")).accepted
      #expect(read.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test("escapes and plain text mix in any order")
  func mixes() {
    let text = #""a\tb\u0041é\"日\\😀\/\uD83D\uDE00 end of it""#
    #expect(
      JSONReader.decode(String.self, from: bytes(text)).accepted
        == "a\tbAé\"日\\😀/😀 end of it")
  }

  @Test("lengths are counted in scalars, whatever their bytes and escapes")
  func countsScalars() {
    func read(_ text: String, _ count: Int) -> [String] {
      JSONReader.decode(from: bytes("\"\(text)\"")) { json throws(MalformedJSON) in
        try json.string(StringRules(minLength: count, maxLength: count))
      }.violations
    }
    for (text, count) in [
      ("", 0), ("abcdefghij", 10), ("é", 1), ("e\u{301}", 2), ("日本", 2), ("😀", 1), ("👨‍👩‍👧", 5),
      (#"\n\u0041"#, 2), (#"\ud83d\ude00x"#, 2), ("12345678é😀", 10),
    ] {
      #expect(read(text, count) == [])
      #expect(
        read(text, count + 1) == [
          " minLength: must be at least \(count + 1) character\(count == 0 ? "" : "s") long"
        ])
      if count > 0 {
        #expect(
          read(text, count - 1) == [
            " maxLength: must be at most \(count - 1) character\(count == 2 ? "" : "s") long"
          ])
      }
    }
  }
}
