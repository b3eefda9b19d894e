import AccordPattern
import Testing

@Suite("Patterns that are refused")
struct RefusalTests {
  /// Eleven choices between going on, being done and failing tell 3¹¹ classes apart, in few states.
  @Test("a pattern of more classes of characters than can be numbered is refused")
  func classes() {
    let scalars = (0..<66_000).compactMap { Unicode.Scalar(0x1_0000 + $0) }
    var (pattern, power) = (".", 1)
    for _ in 0..<11 {
      let sets = (1...2).map { digit in
        String(
          String.UnicodeScalarView(
            scalars.enumerated().filter { $0.offset / power % 3 == digit }.map(\.element)))
      }
      pattern = "(?:[\(sets[1])]|[\(sets[0])]\(pattern))"
      power *= 3
    }
    #expect(
      throws: PatternError(
        message: "pattern tells more than 65535 classes of characters apart", offset: 0)
    ) { try Pattern("^" + pattern) }
  }

  @Test("what is not ECMA-262 is refused where it stands", arguments: refusals)
  func syntax(_ refusal: Refusal) {
    let error = #expect(throws: PatternError.self) { try Pattern(refusal.pattern) }
    #expect(error?.message == refusal.message)
    #expect(error?.offset == refusal.offset)
  }

  @Test(
    "a pattern that needs too many states is refused at once",
    arguments: [
      "(a{1,1000}){1,1000}", "((((a{1,99}){1,99}){1,99}){1,99}){1,99}", "a{999999999999999999999}",
      "(?:){1,1000000000}", "(((((){1000}){1000}){1000}){1000}){1000}", "[ab]*a[ab]{40}",
      "a.{0,9000}b", "x{0,90000}",
      "(a?){3000}a{3000}", "(\\b\\w*){90000}",
    ])
  func explosion(pattern: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.message.hasPrefix("pattern needs more than ") == true)
    #expect(error?.message.hasSuffix(" states") == true)
    #expect(error?.offset == 0)
  }

  @Test("nesting beyond 200 groups is refused at the group that goes too far")
  func nesting() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(try Pattern(nested(200)).matches("a"))
    for depth in [201, 10_000] {
      let error = #expect(throws: PatternError.self) { try Pattern(nested(depth)) }
      #expect(error?.message == "groups are nested more than 200 deep")
      #expect(error?.offset == 200)
    }
  }

  @Test("long counted repetitions and lists of words are within the limits")
  func generous() throws {
    #expect(try Pattern("^[^<>]{0,10000}$").matches(String(repeating: "é", count: 10_000)))
    let words = (0..<1000).map { "word\($0 * 7)" }
    let pattern = try Pattern("^(" + words.joined(separator: "|") + ")$")
    #expect(pattern.matches("word6993"))
    #expect(!pattern.matches("word6994"))
  }
}

struct Refusal: Sendable, CustomTestStringConvertible {
  let pattern: String
  let message: String
  let offset: Int

  init(_ pattern: String, _ message: String, at offset: Int) {
    self.pattern = pattern
    self.message = message
    self.offset = offset
  }

  var testDescription: String { pattern }
}

private let backReference = "back-references are not supported: no automaton can honour them"
private let lookAhead = "look-ahead is not supported: no automaton can honour it"
private let lookBehind = "look-behind is not supported: no automaton can honour it"

private let refusals: [Refusal] = [
  .init("(a", "group is not closed", at: 0),
  .init("é(a(b)", "group is not closed", at: 1),
  .init("a)", "')' closes no group", at: 1),
  .init("[a-z", "character class is not closed", at: 0),
  .init("🙂[^", "character class is not closed", at: 1),
  .init("[z-a]", "character range is out of order", at: 1),
  .init("*a", "nothing to repeat", at: 0),
  .init("a|+", "nothing to repeat", at: 2),
  .init("(?)", "'(?)' is not a group of ECMA-262", at: 0),
  .init("a**", "nothing to repeat", at: 2),
  .init("a*+", "nothing to repeat", at: 2),
  .init("a???", "nothing to repeat", at: 3),
  .init("a{1}{2}", "nothing to repeat", at: 4),
  .init("{2}", "nothing to repeat", at: 0),
  .init("^*", "nothing to repeat", at: 1),
  .init("\\b+", "nothing to repeat", at: 2),
  .init("a{3,2}", "repetition's bounds are out of order", at: 1),
  .init("\\", "'\\' escapes nothing", at: 0),
  .init("a\\e", "'\\e' is not an escape of ECMA-262", at: 1),
  .init("\\Afoo", "'\\A' is not an escape of ECMA-262; write '^'", at: 0),
  .init("foo\\Z", "'\\Z' is not an escape of ECMA-262; write '$'", at: 3),
  .init("foo\\z", "'\\z' is not an escape of ECMA-262; write '$'", at: 3),
  .init("\\x4", "escape takes 2 hexadecimal digits", at: 0),
  .init("\\u12", "escape takes 4 hexadecimal digits", at: 0),
  .init("\\u{}", "'\\u{' takes hexadecimal digits and '}'", at: 0),
  .init("\\u{110000}", "no such code point", at: 0),
  .init("\\u{fffffffffffffffff}", "no such code point", at: 0),
  .init("\\c1", "'\\c' takes a letter", at: 0),
  .init("\\01", "octal escapes are not in ECMA-262's Unicode patterns", at: 0),
  .init("(a)\\1", backReference, at: 3),
  .init("(?<n>a)\\k<n>", backReference, at: 7),
  .init("[\\1]", "octal escapes are not in ECMA-262's Unicode patterns", at: 1),
  .init("^(?=a)", lookAhead, at: 1),
  .init("^(?!a)", lookAhead, at: 1),
  .init("(?<=a)b", lookBehind, at: 0),
  .init("(?<!a)b", lookBehind, at: 0),
  .init("(?i)a", "'(?i' is not a group of ECMA-262", at: 0),
  .init("(?P<n>a)", "'(?P' is not a group of ECMA-262", at: 0),
  .init("(?>a)", "'(?>' is not a group of ECMA-262", at: 0),
  .init("(?", "'(?' is not a group of ECMA-262", at: 0),
  .init("(?<>a)", "group name is not valid", at: 0),
  .init("(?<1a>a)", "group name is not valid", at: 0),
  .init("(?<a b>a)", "group name is not valid", at: 0),
  .init("(?<n", "group name is not valid", at: 0),
  .init("\\pL", "'\\p' takes a property in braces, such as '\\p{L}'", at: 0),
  .init("a\\p{L", "'\\p{' is not closed", at: 1),
  .init("\\p{Foo}", "'Foo' is not a Unicode property that can be matched", at: 0),
  .init("\\p{}", "'' is not a Unicode property that can be matched", at: 0),
  .init("[[:alpha:]]", "POSIX classes such as '[:alpha:]' are not in ECMA-262", at: 1),
  .init("[\\B]", "'\\B' cannot stand in a character class", at: 1),
]
