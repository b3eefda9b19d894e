import AccordPattern
import Testing

@Suite("Texts of automata") struct AutomatonTextTests {
  private func texts(_ pattern: String) throws -> AutomatonTexts {
    AutomatonTexts(of: try Pattern(pattern).automaton)
  }

  @Test(
    "a text has the length that was asked for, and the characters people can read",
    arguments: [
      ("^[a-z]+-[0-9]{2}$", 5, "aa-00"), ("^[^@\\s]+@[^@\\s]+$", 4, "aa@a"), ("", 3, "aaa"),
      ("^\\p{Lu}$", 1, "A"), ("^\\u{1F600}{2}$", 2, "😀😀"), ("^[\\u0000-\\u001F]$", 1, "\t"),
      ("^[\\uD800-\\uDFFFx]$", 1, "x"), ("^$", 0, ""), ("b", 3, "aab"),
    ])
  func shown(pattern: String, length: Int, expected: String) throws {
    #expect(try texts(pattern).texts(ofLength: length) == [expected])
  }

  @Test("where there is none of that length, there is none", arguments: [-1, 0, 2, 7])
  func none(length: Int) throws {
    #expect(try texts("^a{3}$").texts(ofLength: length) == [])
  }

  @Test("of all lengths it finds one, if there is one", arguments: patternCases.map(\.pattern))
  func found(pattern: String) throws {
    let automaton = try Pattern(pattern).automaton
    let texts = AutomatonTexts(of: automaton)
    let lengths = try #require(texts.lengths(upTo: 12))
    for length in 0...12 {
      let accepted = texts.texts(ofLength: length, count: 5)
      #expect(accepted.isEmpty == !lengths[length])
      #expect(Set(accepted).count == accepted.count)
      let refused = texts.texts(ofLength: length, accepted: false, count: 5)
      for (all, isAccepted) in [(accepted, true), (refused, false)] {
        for text in all {
          #expect(text.unicodeScalars.count == length)
          #expect(automaton.matches(text) == isAccepted)
        }
      }
    }
  }

  @Test("as many as there are")
  func several() throws {
    #expect(try texts("^[ab]{2}$").texts(ofLength: 2, count: 9) == ["aa", "ab", "ba", "bb"])
  }

  @Test("a long text is a matter of a moment, one that is too long is none")
  func long() throws {
    let texts = try texts("^[a-z]+(-[a-z]+)*$")
    #expect(texts.texts(ofLength: 65_536).first?.utf8.count == 65_536)
    #expect(texts.texts(ofLength: .max) == [])
    #expect(texts.lengths(upTo: .max) == nil)
    let large = try self.texts("^[a-z]{1,9999}$")
    #expect(large.texts(ofLength: 65_536) == [])
  }
}
