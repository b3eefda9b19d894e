import AccordPattern
import AccordRuntime
import Testing

@Suite("Patterns beside node's RegExp")
struct OracleTests {
  @Test("the cases of the table are node's answers too")
  func table() async throws {
    // Node tries all ways to split a text, and needs years for some that we read once.
    let short = patternCases.filter { example in
      (example.matching + example.failing).allSatisfy { $0.utf8.count < 60 }
    }
    print("\(patternCases.count - short.count) cases with long texts were skipped")
    let questions = short.map {
      NodeOracle.Question(pattern: $0.pattern, texts: $0.matching + $0.failing)
    }
    guard let answers = try await NodeOracle.answers(to: questions) else {
      return print("skipped: node is not on this machine")
    }
    var refused: [String] = []
    for (example, answer) in zip(short, answers) {
      guard let matches = answer.matches else {
        refused.append(example.pattern)
        continue
      }
      let expected = example.matching.map { _ in true } + example.failing.map { _ in false }
      #expect(matches == expected, "\(example.pattern)")
    }
    print("\(refused.count) lenient patterns were skipped, which node refuses: \(refused)")
    #expect(refused.count < 10)
  }

  @Test("random patterns match what node says, compiled and at run time")
  func random() async throws {
    var writer = PatternWriter(seed: 2024)
    let questions = (0..<4000).map { _ in
      NodeOracle.Question(pattern: writer.pattern(), texts: (0..<25).map { _ in writer.text() })
    }
    guard let answers = try await NodeOracle.answers(to: questions) else {
      return print("skipped: node is not on this machine")
    }
    var matching = 0
    for (question, answer) in zip(questions, answers) {
      let matches = try #require(answer.matches, "\(question.pattern)")
      let pattern = try AccordPattern.Pattern(question.pattern)
      let runtime = runtimePattern(pattern)
      #expect(question.texts.map { pattern.matches($0) } == matches, "\(question.pattern)")
      #expect(question.texts.map { runtime.matches($0) } == matches, "\(question.pattern)")
      matching += matches.count(where: { $0 })
    }
    #expect((20_000..<80_000).contains(matching), "both answers must be common: \(matching)")
  }

  @Test("what node accepts of any text is accepted and means the same, or is named as unsupported")
  func soup() async throws {
    var writer = PatternWriter(seed: 7)
    let questions = (0..<6000).map { _ in
      NodeOracle.Question(pattern: writer.soup(), texts: (0..<10).map { _ in writer.text() })
    }
    guard let answers = try await NodeOracle.answers(to: questions) else {
      return print("skipped: node is not on this machine")
    }
    var accepted = 0
    for (question, answer) in zip(questions, answers) {
      guard let matches = answer.matches else { continue }
      do throws(PatternError) {
        let pattern = try AccordPattern.Pattern(question.pattern)
        accepted += 1
        #expect(question.texts.map { pattern.matches($0) } == matches, "\(question.pattern)")
      } catch {
        #expect(error.message.contains("not supported"), "\(question.pattern): \(error.message)")
      }
    }
    #expect(accepted > 1000)
  }
}

/// Writes random patterns and texts over a small alphabet, so that they often meet.
private struct PatternWriter {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func text() -> String {
    (0..<number(0...7)).map { _ in pick(["a", "b", "c", "A", "1", "_", "-", " ", "\n", "é", "🙂"]) }
      .joined()
  }

  mutating func pattern() -> String { choice(depth: 3) }

  mutating func soup() -> String {
    (0..<number(1...8)).map { _ in
      pick([
        "a", "b", "1", "-", ",", "^", "$", ".", "*", "+", "?", "(", ")", "(?:", "(?<x>", "(?=", "[",
        "[^", "]", "{", "}", "{1}", "{2,3}", "|", "\\", "\\b", "\\d", "\\w", "\\-", "\\u0061", "é",
        "(a)", "[ab]", "a{1,}",
      ])
    }.joined()
  }

  private mutating func choice(depth: Int) -> String {
    let count = number(0...3) == 0 ? number(2...3) : 1
    return (0..<count).map { _ in sequence(depth: depth) }.joined(separator: "|")
  }

  private mutating func sequence(depth: Int) -> String {
    (0..<number(0...3)).map { _ in term(depth: depth) }.joined()
  }

  private mutating func term(depth: Int) -> String {
    if number(0...6) == 0 { return pick(["^", "$", "\\b", "\\B"]) }
    let content = atom(depth: depth)
    guard number(0...2) == 0 else { return content }
    let quantifier = pick(["*", "+", "?", "{2}", "{0,2}", "{1,}", "{3,4}", "{0}"])
    return content + quantifier + (number(0...3) == 0 ? "?" : "")
  }

  private mutating func atom(depth: Int) -> String {
    switch number(0...(depth > 0 ? 9 : 7)) {
    case 0...3: return pick(["a", "b", "c", "A", "1", "_", "-", " ", "é", "🙂", "\\n"])
    case 4: return pick([".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\p{L}", "\\P{Lu}"])
    case 5...7: return characterClass()
    default: return pick(["(", "(?:"]) + choice(depth: depth - 1) + ")"
    }
  }

  private mutating func characterClass() -> String {
    let items = (0..<number(0...3)).map { _ in
      pick([
        "a", "b", "a-c", "A-Z", "0-9", "_", "\\-", "é", "🙂", "\\d", "\\W", "\\s", "\\p{Ll}",
        "\\u{61}-\\x62", "\\u0080-\\u{10FFFF}", "\\b", "\\n",
      ])
    }
    return (number(0...3) == 0 ? "[^" : "[") + items.joined() + "]"
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[number(0...choices.count - 1)]
  }
}
