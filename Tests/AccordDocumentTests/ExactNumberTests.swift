import AccordDocument
import Testing

@Suite("exact numbers")
struct ExactNumberTests {
  @Test(
    "numbers compare by value, whatever their size and spelling",
    arguments: [
      ("1", "1.0"), ("100", "1e2"), ("0.05", "5e-2"), ("0", "-0.0"), ("+7", "007"),
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
    "what is no decimal number is none",
    arguments: ["", "-", ".", "e3", "0x1F", ".inf", "1e", "1e+-2"])
  func none(text: String) {
    #expect(ExactNumber(text) == nil)
  }
}
