import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Probes of numbers") struct NumberProbeTests {
  @Test(
    "integers: on each bound and beside it",
    arguments: [
      (
        IntegerRules(minimum: 1, maximum: 9),
        [
          "+ minimum at 1", "- minimum below 0", "+ maximum at 9", "- maximum above 10",
          "+ type whole 5.0", "- type fraction 5.5",
        ]
      ),
      (
        IntegerRules(width: .int32, minimum: 0),
        [
          "+ minimum at 0", "- minimum below -1", "+ format at-greatest 2147483647",
          "- format above 2147483648", "+ type whole 5.0", "- type fraction 5.5",
        ]
      ),
      (
        IntegerRules(maximum: .max),
        [
          "+ format at-least -9223372036854775808", "- format below -9223372036854775809",
          "+ format at-greatest 9223372036854775807", "- format above 9223372036854775808",
          "+ type whole 5.0", "- type fraction 5.5",
        ]
      ),
      (
        IntegerRules(minimum: 1, maximum: 10, multipleOf: 5),
        [
          "+ minimum at 5", "- minimum below 0", "+ maximum at 10", "- maximum above 15",
          "+ multipleOf at 10", "- multipleOf beside 6", "+ type whole 5.0",
          "- type fraction 5.5",
        ]
      ),
      (
        IntegerRules(exclusiveMinimum: 3, exclusiveMaximum: 11, multipleOf: 5),
        [
          "+ exclusiveMinimum inside 5", "- exclusiveMinimum at 0", "+ exclusiveMaximum inside 10",
          "- exclusiveMaximum at 15", "+ multipleOf at 10", "- multipleOf beside 6",
          "+ type whole 5.0", "- type fraction 5.5",
        ]
      ),
      // Nothing is within these.
      (
        IntegerRules(minimum: 3, maximum: 4, multipleOf: 5),
        ["- minimum below 0", "- maximum above 5", "- multipleOf beside 4", "- type fraction 5.5"]
      ),
    ])
  func integers(rules: IntegerRules, expected: [String]) {
    let all = lines(.integer(rules), 5)
    #expect(all.filter { !$0.contains(" type ") || $0.contains(".") } == expected)
    #expect(all.count { $0.hasPrefix("- type") } == 6)
  }

  @Test(
    "numbers: on each bound and beside it, in steps of the bound's last digit",
    arguments: [
      (
        NumberRules(minimum: "0.5", maximum: "2"),
        ["+ minimum at 0.5", "- minimum below 0.4", "+ maximum at 2", "- maximum above 3"]
      ),
      (
        NumberRules(maximum: "0.5", exclusiveMinimum: "0"),
        [
          "+ maximum at 0.5", "- maximum above 0.6", "+ exclusiveMinimum inside 0.1",
          "- exclusiveMinimum at 0",
        ]
      ),
      (
        NumberRules(exclusiveMaximum: "-1.50"),
        ["+ exclusiveMaximum inside -1.51", "- exclusiveMaximum at -1.5"]
      ),
      (
        NumberRules(minimum: "0.1", maximum: "0.35", multipleOf: "0.1"),
        [
          "+ minimum at 0.1", "- minimum below 0", "+ maximum at 0.3", "- maximum above 0.4",
          "+ multipleOf at 0.2", "- multipleOf beside 0.11",
        ]
      ),
      // Beyond 64 bits, where neighbours in floating point are 2048 apart.
      (
        NumberRules(maximum: "12345678901234567890"),
        ["+ maximum at 12345678901234567890", "- maximum above 12345678901234568890"]
      ),
      (NumberRules(maximum: "1e300"), ["+ maximum at 1e300", "- maximum above 2e300"]),
      (
        NumberRules(minimum: "1e-300"),
        ["+ minimum at 1e-300", "- minimum below 0"]
      ),
      // More digits than are held: nothing is said of what cannot be known.
      (NumberRules(maximum: String(repeating: "9", count: 60)), []),
      (
        NumberRules(isFloat: true),
        ["+ format at 3.4028234663852886e38", "- format above 1e39"]
      ),
      (
        NumberRules(maximum: "1e300", multipleOf: "0.01"),
        ["+ multipleOf at 0.02", "- multipleOf beside 0.011"]
      ),
    ])
  func numbers(rules: NumberRules, expected: [String]) {
    let example = NumberRange(rules).example.map { Value.number($0.text) } ?? 1
    let all = lines(.number(rules), example).filter { !$0.contains(" type ") }
    #expect(all == expected)
  }

  @Test(
    "a decimal number is as it was written, and computes exactly",
    arguments: [
      ("0", "0"), ("-0.50", "-0.5"), ("1e3", "1000"), ("1.5E+2", "150"), ("5e-40", "5e-40"),
      ("120e-1", "12"), ("0.001", "0.001"), ("-7e60", "-7e60"),
    ])
  func decimals(text: String, expected: String) throws {
    #expect(try #require(DecimalNumber(text)).text == expected)
  }

  @Test("multiples below and above, on both sides of zero")
  func multiples() throws {
    let step = try #require(DecimalNumber("0.3"))
    for (text, below, above) in [
      ("1", "0.9", "1.2"), ("-1", "-1.2", "-0.9"), ("0.6", "0.6", "0.6"),
    ] {
      let number = try #require(DecimalNumber(text))
      #expect(number.multiple(of: step, isAbove: false)?.text == below)
      #expect(number.multiple(of: step, isAbove: true)?.text == above)
    }
  }
}
