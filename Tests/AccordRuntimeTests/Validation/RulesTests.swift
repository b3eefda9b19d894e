import AccordRuntime
import Testing

@Suite struct RulesTests {
  private func keywords(_ broken: [BrokenRule]) -> [String] { broken.map(\.keyword) }

  @Test("bounds are inside, and the next value is outside")
  func integers() {
    let rules = IntegerRules(minimum: -5, maximum: 10, multipleOf: 5)
    for value in [-5, 0, 5, 10] { #expect(rules.violations(of: value).isEmpty) }
    #expect(keywords(rules.violations(of: -10)) == ["minimum"])
    #expect(keywords(rules.violations(of: 11)) == ["maximum", "multipleOf"])
    #expect(keywords(IntegerRules(multipleOf: 3).violations(of: .min)) == ["multipleOf"])
    let open = IntegerRules(exclusiveMinimum: 3, exclusiveMaximum: 5)
    #expect(open.violations(of: 3) == [BrokenRule("exclusiveMinimum", "must be greater than 3")])
    #expect(open.violations(of: 5) == [BrokenRule("exclusiveMaximum", "must be less than 5")])
    #expect(open.violations(of: 4) == [])
    #expect(keywords(IntegerRules(multipleOf: -1).violations(of: .min)) == [])
    #expect(keywords(IntegerRules(multipleOf: 0).violations(of: 1)) == ["multipleOf"])
  }

  @Test("multiples of a decimal are exact, however long the number")
  func multiples() throws {
    for (value, step, isMultiple) in [
      ("0.3", 0.1, true), ("0.30000000000000004", 0.1, false), ("1.1", 0.1, true),
      ("4.02", 0.01, true),
      ("4.025", 0.01, false), ("19.99", 0.01, true), ("1e300", 0.1, true), ("1e300", 7, false),
      ("0", 3, true), ("-0.0", 0.7, true),
      ("-0.9", 0.3, true), ("7", 2.5, false), ("7.5", 2.5, true), ("1e-300", 1e-300, true),
      ("1e-301", 1e-300, false),
      ("123456789012345678901234567891", 3, false), ("123456789012345678901234567890", 3, true),
      ("1e5", 1e5, true), ("1.5e5", 1e5, false), ("9007199254740993", 2, false), ("1", 0, false),
      ("5", .infinity, true),
    ] {
      let read = JSONReader.decode(from: bytes(value)) { json throws(MalformedJSON) in
        try json.number(NumberRules(multipleOf: step))
      }
      #expect((read.accepted != nil) == isMultiple, "\(value) of \(step)")
    }
    #expect(NumberRules(multipleOf: 0.1).violations(of: 0.3).isEmpty)
    #expect(keywords(NumberRules().violations(of: .nan)) == ["type"])
  }

  @Test("numbers are compared with all four bounds")
  func numbers() {
    let rules = NumberRules(minimum: 0, maximum: 1)
    for value in [0, 0.5, 1, -0.0] { #expect(rules.violations(of: value).isEmpty) }
    #expect(rules.violations(of: -0.1) == [BrokenRule("minimum", "must be at least 0")])
    #expect(rules.violations(of: 1.5) == [BrokenRule("maximum", "must be at most 1")])
    let open = NumberRules(exclusiveMinimum: 0, exclusiveMaximum: 1)
    #expect(open.violations(of: 0.5).isEmpty)
    #expect(open.violations(of: 0) == [BrokenRule("exclusiveMinimum", "must be greater than 0")])
    #expect(open.violations(of: 1) == [BrokenRule("exclusiveMaximum", "must be less than 1")])
  }

  @Test("a float is within 32 bits, rounded to what they hold")
  func floats() {
    let rules = NumberRules(isFloat: true)
    for value in [0, 0.1, 3.4028234663852886e38, -3.4028235e38, 1e-50] {
      #expect(rules.violations(of: value).isEmpty)
    }
    let broken = [BrokenRule("format", "must be a number that 32 bits hold")]
    for value in [3.5e38, -1e39, 1e300] { #expect(rules.violations(of: value) == broken) }
    let read = JSONReader.decode(from: bytes("1e39")) { json throws(MalformedJSON) in
      try json.number(rules)
    }
    #expect(read.accepted == nil)
  }

  @Test("a string says every rule it breaks")
  func strings() {
    let rules = StringRules(minLength: 5, maxLength: 2, format: .uuid)
    #expect(
      rules.violations(of: "abc") == [
        BrokenRule("minLength", "must be at least 5 characters long"),
        BrokenRule("maxLength", "must be at most 2 characters long"),
        BrokenRule("format", "must be a UUID"),
      ])
  }

  @Test("arrays and objects are counted, and elements compared")
  func collections() {
    #expect(
      ArrayRules(minItems: 1, maxItems: 2, uniqueItems: true).violations(of: ["a", "b"]).isEmpty)
    #expect(
      ArrayRules(minItems: 1).violations(of: 0) == [
        BrokenRule("minItems", "must have at least 1 element")
      ])
    #expect(
      keywords(ArrayRules(maxItems: 1, uniqueItems: true).violations(of: [1, 1])) == [
        "maxItems", "uniqueItems",
      ])
    #expect(
      keywords(ObjectRules(minProperties: 2, maxProperties: 1).violations(of: 1)) == [
        "minProperties"
      ])
  }

  @Test("a long enumeration is named in part")
  func enumerations() {
    let broken = BrokenRule.enumeration(of: (1...30).map(String.init))
    #expect(broken.message.hasPrefix("must be one of 1, 2, 3,"))
    #expect(broken.message.hasSuffix("20…"))
  }
}
