import AccordDocument
import Testing

@Suite("exact numbers")
struct ExactNumberTests {
  @Test(
    "numbers compare by value, whatever their size and spelling",
    arguments: [
      ("1", "1.0"), ("100", "1e2"), ("0.05", "5e-2"), ("0", "-0.0"), ("+7", "007"),
      ("0x1F", "31"), ("0o17", "15"), ("0x00", "0"), ("0xA0", "1.6e2"),
      ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"),
      ("123456789012345678901234567890", "1.2345678901234567890123456789e29"),
    ])
  func equal(a: String, b: String) throws {
    let (one, two) = (try #require(ExactNumber(a)), try #require(ExactNumber(b)))
    #expect(one == two && !(one < two) && !(two < one))
  }

  @Test(
    "numbers are ordered by value",
    arguments: [
      ("-2", "-1"), ("-1", "0"), ("0", "1e-300"), ("9", "10"), ("0.1", "0.11"), ("99", "1e3"),
      ("9007199254740992", "9007199254740993"), ("-1e9999", "1"), ("1", "1e999999999999"),
    ])
  func ordered(a: String, b: String) throws {
    let (one, two) = (try #require(ExactNumber(a)), try #require(ExactNumber(b)))
    #expect(one < two && !(two < one) && one != two)
  }

  @Test("integers are told apart from fractions and from what does not fit")
  func integers() {
    #expect(ExactNumber("1e3")?.int == 1000)
    #expect(ExactNumber("2.50e1")?.int == 25)
    #expect(ExactNumber("-9223372036854775808")?.int == Int.min)
    #expect(ExactNumber("9223372036854775808")?.isInteger == true)
    #expect(ExactNumber("9223372036854775808")?.int == nil)
    #expect(ExactNumber("2.5")?.isInteger == false)
  }

  @Test(
    "what is no number is none",
    arguments: ["", "-", ".", "e3", "0x", "0x1G", "0o8", "-0x1", "0b1", ".inf", "1e", "1e+-2"])
  func none(text: String) {
    #expect(ExactNumber(text) == nil)
  }
}
