import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Probes of arrays and objects") struct CollectionProbeTests {
  private func array(_ items: Shape, _ rules: ArrayRules) -> Shape {
    .array(items, rules, XMLArray(itemName: "i"))
  }

  @Test("arrays: as few and as many items as may be, one fewer and one more")
  func items() {
    let shape = array(.boolean, ArrayRules(minItems: 1, maxItems: 2))
    #expect(
      lines(shape, [true], rules: ["minItems", "maxItems"]) == [
        "+ minItems at [true]", "- minItems below []", "+ maxItems at [true, true]",
        "- maxItems above [true, true, true]",
      ])
  }

  @Test("unique items differ, and are twice the same where they must not be")
  func unique() {
    let shape = array(
      .string(StringRules(maxLength: 1)), ArrayRules(maxItems: 3, uniqueItems: true))
    #expect(
      lines(shape, ["a"], rules: ["maxItems", "uniqueItems"]) == [
        #"+ maxItems at ["a", "0", "1"]"#, #"- maxItems above ["a", "0", "1", "2"]"#,
        #"+ uniqueItems distinct ["a", "0"]"#, #"- uniqueItems repeated ["a", "a"]"#,
      ])
  }

  @Test("items that cannot be so many are not tried")
  func unreachable() {
    let flags = array(.boolean, ArrayRules(maxItems: 3, uniqueItems: true))
    #expect(lines(flags, [true], rules: ["maxItems"]) == [])
    let endless = array(.boolean, ArrayRules(minItems: 1_000_000, maxItems: .max))
    #expect(lines(endless, [true], rules: ["minItems", "maxItems"]) == [])
  }

  @Test("an item that would be there twice changes places")
  func swapped() {
    let shape = array(.boolean, ArrayRules(minItems: 2, uniqueItems: true))
    #expect(
      lines(shape, [true, false], rules: ["type"]).filter { $0.hasPrefix("+") } == [
        "+ type true /0 [true, false]", "+ type false /0 [false, true]",
      ])
  }

  @Test("dictionaries: as few and as many members as may be, and what is asked of a value")
  func dictionaries() {
    let shape = Shape.dictionary(.boolean, ObjectRules(minProperties: 1, maxProperties: 2))
    let all = lines(shape, ["a": true])
    #expect(
      all.filter { $0.contains("Properties") } == [
        #"+ minProperties at {   "a": true }"#, "- minProperties below {}",
        #"+ maxProperties at {   "a": true,   "key1": true }"#,
        #"- maxProperties above {   "a": true,   "key1": true,   "key2": true }"#,
      ])
    #expect(all.contains(#"- type null /a {   "a": null }"#))
  }

  @Test("structures: a member that is missing, and one that is not declared")
  func members() {
    let type = structure(
      "A", [property("a", "a", .boolean, required: true), property("b", "b", .any)],
      additional: .refused)
    #expect(
      lines(declared("A"), ["a": true], [type], rules: ["required", "additionalProperties"]) == [
        "- required missing /a {}", #"+ required fewest {   "a": true }"#,
        #"+ required all {   "a": true,   "b": {} }"#,
        #"- additionalProperties unknown /undeclared {   "a": true,   "undeclared": "text" }"#,
      ])
  }

  @Test("a member that is not declared is accepted where the contract does not refuse it")
  func open() {
    let open = structure("A", [])
    #expect(
      lines(declared("A"), [:], [open], rules: ["additionalProperties"]) == [
        #"+ additionalProperties unknown /undeclared {   "undeclared": "text" }"#
      ])
    let kept = structure("A", [], additional: .kept(Identifier("rest"), .boolean))
    #expect(
      lines(declared("A"), [:], [kept], rules: ["additionalProperties"]) == [
        #"+ additionalProperties unknown /undeclared {   "undeclared": true }"#
      ])
    #expect(
      lines(declared("A"), [:], [kept]).contains(
        #"- type null /undeclared {   "undeclared": null }"#))
  }

  @Test("structures: as few and as many members as may be, in place of one another")
  func counts() {
    let members = [
      property("a", "a", .boolean), property("b", "b", .boolean), property("c", "c", .boolean),
    ]
    let type = structure(
      "A", members, additional: .refused, rules: ObjectRules(minProperties: 1, maxProperties: 2))
    let all = lines(declared("A"), ["a": true, "b": true], [type])
    #expect(
      all.filter { $0.contains("Properties") && !$0.contains("additional") } == [
        #"+ minProperties at {   "a": true }"#, "- minProperties below {}",
        #"+ maxProperties at {   "a": true,   "b": true }"#,
        #"- maxProperties above {   "a": true,   "b": true,   "c": true }"#,
      ])
    #expect(all.contains(#"+ type true /c {   "a": true,   "c": true }"#))
  }

  @Test("null where it may be, and where it may not")
  func null() {
    #expect(
      lines(.nullable(.boolean), true) == [
        "- type number 1", #"- type string "true""#, "- type array [true]", "- type object {}",
        "+ type null null", "+ type true true", "+ type false false",
      ])
    #expect(lines(.any, true) == [])
  }
}
