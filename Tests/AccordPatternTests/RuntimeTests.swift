import AccordPattern
import AccordRuntime
import Testing

@Suite("The runtime's patterns")
struct RuntimeTests {
  @Test("a byte outside well-formed UTF-8 counts as one replacement character")
  func malformedUTF8() throws {
    let three = runtimePattern(try AccordPattern.Pattern("^\\uFFFD{3}$"))
    #expect(three.matches([0xFF, 0xC0, 0x80]))
    #expect(three.matches([0xED, 0xA0, 0x80]))
    #expect(three.matches([0xE0, 0x80, 0x80]))
    #expect(three.matches([0xF0, 0x9F, 0x99]))
    #expect(three.matches([0xEF, 0xBF, 0xBD, 0xC3, 0xFF]))
    #expect(!three.matches([0xC3, 0xA9, 0xFF]))
    let four = runtimePattern(try AccordPattern.Pattern("^\\uFFFD{4}$"))
    #expect(four.matches([0xF4, 0x90, 0x80, 0x80]))
    #expect(!four.matches([0xF4, 0x8F, 0xBF, 0xBF]))
  }

  @Test("text that the generator did not write makes a pattern that matches nothing")
  func damaged() {
    for text in ["", "0", "é", "A", "ZZZZZZZZZZZZZZZZ", "v", "0110", "\"", "1111"] {
      let pattern = AccordRuntime.Pattern("x", automaton: text)
      #expect(!pattern.matches(""), "\(text)")
      #expect(!pattern.matches("abc"), "\(text)")
    }
  }

  @Test("no change to an automaton's text makes matching trap")
  func mutated() throws {
    var generator = SeededGenerator(seed: 1)
    let digits = Array("0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_ \n!é")
    for example in patternCases {
      let original = Array(try AccordPattern.Pattern(example.pattern).automaton.encoded)
      for _ in 0..<30 {
        var text = original
        let place = Int.random(in: 0..<text.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: text[place] = digits.randomElement(using: &generator) ?? "0"
        case 1: text.remove(at: place)
        default: text.removeLast(text.count - place)
        }
        let pattern = AccordRuntime.Pattern("x", automaton: String(text))
        for text in example.matching + example.failing { _ = pattern.matches(text) }
      }
    }
  }

  @Test("white space in an automaton's text is skipped, so that long ones can be wrapped")
  func wrapped() throws {
    let text = try AccordPattern.Pattern("^\\p{Lu}$").automaton.encoded
    let wrapped = text.map { "\($0)\n" }.joined()
    #expect(AccordRuntime.Pattern("", automaton: wrapped).matches("É"))
    #expect(!AccordRuntime.Pattern("", automaton: wrapped).matches("é"))
  }

  @Test("a string that is not stored as UTF-8 in one piece matches as any other")
  func bridged() throws {
    let pattern = runtimePattern(try AccordPattern.Pattern("^(é|a)+$"))
    #expect(pattern.matches(String("xéaéx".dropFirst().dropLast())))
    #expect(pattern.matches([UInt8]("éa".utf8)))
    #expect(!pattern.matches([UInt8]("éb".utf8)))
  }
}
