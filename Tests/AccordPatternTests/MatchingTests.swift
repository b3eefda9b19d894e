import AccordPattern
import AccordRuntime
import Testing

@Suite("What patterns match")
struct MatchingTests {
  @Test(
    "every pattern answers as its table says, compiled and at run time", arguments: patternCases)
  func table(_ example: PatternCase) throws {
    let pattern = try AccordPattern.Pattern(example.pattern)
    let runtime = runtimePattern(pattern)
    for text in example.matching {
      #expect(pattern.matches(text), "\(example.pattern) should match \(text.debugDescription)")
      #expect(runtime.matches(text), "at run time, \(example.pattern): \(text.debugDescription)")
    }
    for text in example.failing {
      #expect(!pattern.matches(text), "\(example.pattern) matches \(text.debugDescription)")
      #expect(!runtime.matches(text), "at run time, \(example.pattern): \(text.debugDescription)")
    }
  }

  @Test("a pattern that other engines need ages for reads a megabyte once")
  func linear() throws {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000) + [UInt8(ascii: "!")]
    for source in ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*a){12}b", "^([a-zA-Z]+)*$", "(a*)*b"] {
      #expect(!runtimePattern(try AccordPattern.Pattern(source)).matches(text), "\(source)")
    }
  }
}

/// One pattern, with texts in which it is found and texts in which it is not.
struct PatternCase: Sendable, CustomTestStringConvertible {
  let pattern: String
  let matching: [String]
  let failing: [String]

  init(_ pattern: String, _ matching: [String], not failing: [String]) {
    self.pattern = pattern
    self.matching = matching
    self.failing = failing
  }

  var testDescription: String { pattern }
}
