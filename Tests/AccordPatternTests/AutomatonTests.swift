import AccordPattern
import Testing

@Suite("Automata")
struct AutomatonTests {
  @Test("equivalent patterns have the same automaton, so it is minimal")
  func minimal() throws {
    let groups = [
      ["^(a|b)*$", "^[ab]*$", "^(a*b*)*$", "^(?:[ab]?)*$", "^(b|a|ab)*$"],
      ["^.{2,3}$", "^..(.)?$", "^(..|...)$"],
      ["", "a*", "^", "$", "(a|)", "b?"],
      ["[]", "a^", "$a", "[^\\s\\S]"],
      ["^\\d+$", "^[0-9][0-9]*$", "^(0|1|2|3|4|5|6|7|8|9)+$"],
      ["a", ".*a", "a.*", "a+", "[^]*a[^]*"],
    ]
    for group in groups {
      let automata = Set(try group.map { try AccordPattern.Pattern($0).automaton })
      #expect(automata.count == 1, "\(group)")
    }
  }

  @Test("a repetition of Unicode letters costs one state a letter")
  func sizes() throws {
    #expect(try AccordPattern.Pattern("^\\p{L}{1,50}$").automaton.accepting.count == 2 + 51)
    #expect(try AccordPattern.Pattern("^\\p{L}{1,50}$").automaton.classCount == 2)
  }

  @Test("the text in generated code is short and needs no escapes")
  func encoding() throws {
    let short = try AccordPattern.Pattern("^[a-z]+$").automaton.encoded
    #expect(short == "2232A3p000040010020")
    #expect(try AccordPattern.Pattern("^.{0,10000}$").automaton.encoded.utf8.count < 60)
    for example in patternCases {
      let text = try AccordPattern.Pattern(example.pattern).automaton.encoded
      #expect(
        text.utf8.allSatisfy { byte in
          let character = Character(Unicode.Scalar(byte))
          return character.isASCII
            && (character.isLetter || character.isNumber || "-_".contains(character))
        })
    }
  }

  @Test("after an answer that is certain no more of the text is read")
  func early() throws {
    let automaton = try AccordPattern.Pattern("^ab").automaton
    #expect(automaton.accepting.count == 4)
    #expect(try AccordPattern.Pattern("^[^]*$").automaton.start == 1)
    #expect(try AccordPattern.Pattern("[]").automaton.start == 0)
  }
}
