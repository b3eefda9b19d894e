import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Probes of strings") struct StringProbeTests {
  private func strings(_ rules: StringRules, _ example: Value, _ keywords: String...) -> [String] {
    lines(.string(rules), example, rules: Set(keywords))
  }

  @Test("a string is no other kind of value")
  func kinds() {
    #expect(
      strings(StringRules(), "a", "type") == [
        "- type null null", "- type boolean true", "- type number 1", #"- type array ["a"]"#,
        "- type object {}",
      ])
  }

  @Test("minLength: exactly as long, one shorter, and one shorter only in code points")
  func shortest() {
    #expect(
      strings(StringRules(minLength: 3), "hello", "minLength") == [
        #"+ minLength at "tex""#, #"- minLength below "te""#, #"- minLength below-wide "😀😀""#,
      ])
    #expect(
      strings(StringRules(minLength: 1), "hello", "minLength") == [
        #"+ minLength at "t""#, #"- minLength below """#,
      ])
  }

  @Test("maxLength: exactly as long, in code points too, and one longer")
  func longest() {
    #expect(
      strings(StringRules(maxLength: 2), "", "maxLength") == [
        #"+ maxLength at "te""#, #"+ maxLength at-wide "😀😀""#, #"- maxLength above "tex""#,
      ])
    #expect(
      strings(StringRules(maxLength: 0), "", "maxLength") == [
        #"+ maxLength at """#, #"- maxLength above "t""#,
      ])
  }

  @Test("a length that costs more than it tells is not tried")
  func endless() {
    let rules = StringRules(minLength: 1_000_000, maxLength: .max)
    #expect(strings(rules, "a", "minLength", "maxLength") == [])
  }

  @Test(
    "texts of a length match the pattern",
    arguments: [
      (
        "{type: string, minLength: 2, maxLength: 3, pattern: '^[a-c]+$'}",
        [
          #"+ minLength at "aa""#, #"- minLength below "a""#, #"+ maxLength at "aaa""#,
          #"- maxLength above "aaaa""#, #"+ pattern inside "ab""#, #"- pattern outside "a ""#,
          #"- pattern line-feed "ab\n""#,
        ]
      ),
      (
        #"{type: string, minLength: 3, maxLength: 6, pattern: '^[^@\s]+@[^@\s]+$'}"#,
        [
          #"+ minLength at "a@a""#, #"- minLength below "te""#,
          #"+ maxLength at "aaaa@a""#, #"+ maxLength at-wide "😀😀😀😀@😀""#,
          #"- maxLength above "aaaaa@a""#,
        ]
      ),
    ])
  func patterned(schema: String, expected: [String]) throws {
    let all = try lines(
      "A: {type: array, items: \(schema)}", ["ab"], rules: ["minLength", "maxLength", "pattern"])
    let flat = all.map { line in
      line.replacing(" /0 [", with: " ").split(separator: "]").joined()
    }
    for line in expected { #expect(flat.contains(line), "\(flat)") }
  }

  @Test("a pattern that no text of a good length breaks, or none matches, has no such probe")
  func unbreakable() throws {
    let free = "A: {type: array, items: {type: string, pattern: '', minLength: 1}}"
    #expect(
      try lines(free, ["a"], rules: ["pattern"]) == [#"+ pattern inside /0 ["a"]"#])
    let fixed = "A: {type: array, items: {type: string, pattern: '^a{3}$', maxLength: 9}}"
    #expect(
      try lines(fixed, ["aaa"], rules: ["maxLength"]) == [
        #"- maxLength above /0 ["textttttt"]"#.replacing("\"]", with: "t\"]")
      ])
  }

  @Test("a format has values that are of it and values that are nearly")
  func format() {
    #expect(
      strings(StringRules(format: .date), "2020-09-12", "format") == [
        #"+ format inside-leap-day "2020-02-29""#, #"- format outside-day "2021-02-29""#,
        #"- format outside-digits "2020-9-12""#,
      ])
  }
}
