import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Probes of choices") struct ChoiceProbeTests {
  @Test("a set of texts: the first, the last, and one that is not in it")
  func texts() throws {
    let schema = "A: {type: string, enum: [unknown, ok, É]}"
    #expect(
      try lines(schema, "ok", rules: ["enum"]) == [
        #"+ enum first "unknown""#, #"+ enum last "É""#, #"- enum foreign "unknownx""#,
        #"- enum case "UNKNOWN""#,
      ])
    #expect(
      try lines("A: {type: string, const: ok}", "ok", rules: ["const"]) == [
        #"+ const first "ok""#, #"- const foreign "unknown""#, #"- const case "OK""#,
      ])
  }

  @Test("a set of integers")
  func integers() throws {
    #expect(
      try lines("A: {type: integer, enum: [3, -1]}", 3, rules: ["enum", "type"]).suffix(4) == [
        "+ enum first 3", "+ enum last -1", "- enum foreign 4", "- type fraction 3.5",
      ])
  }

  @Test("a set that ends where integers do, on both sides, has one beside it all the same")
  func widestIntegers() throws {
    #expect(
      try lines(
        "A: {type: integer, enum: [9223372036854775807, 0, -9223372036854775808]}", 0,
        rules: ["enum"]
      ).suffix(2) == ["+ enum last -9223372036854775808", "- enum foreign 1"])
  }

  private static let tagged = """
    A:
      oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]
      discriminator: {propertyName: t}
    B:
      type: object
      additionalProperties: false
      required: [t, b]
      properties: {t: {const: b}, b: {type: boolean}}
    C: {type: object, additionalProperties: false, required: [t], properties: {t: {const: c}}}
    """

  @Test("alternatives by a tag: each, none, a mixture, and tags that are not theirs")
  func tags() throws {
    #expect(
      try lines(Self.tagged, ["t": "c"], rules: ["oneOf"]) == [
        // No member of C is foreign to B.
        #"- oneOf c-with-b /b {   "t": "c",   "b": true }"#,
        #"- oneOf b-unknown-tag /t {   "t": "unknown",   "b": true }"#,
        #"- oneOf c-unknown-tag /t {   "t": "unknown" }"#,
        #"- oneOf b-tagged-c /b {   "t": "c",   "b": true }"#,
        #"- oneOf c-tagged-b /b {   "t": "b" }"#, "- oneOf none /t {}",
        #"+ oneOf b {   "t": "b",   "b": true }"#, #"+ oneOf c {   "t": "c" }"#,
      ])
  }

  @Test("what breaks a rule within an alternative is reported there, unless it hides which it is")
  func inside() throws {
    let all = try lines(Self.tagged, ["t": "c"], rules: ["required", "type"])
    #expect(all.contains(#"- required b-missing /b {   "t": "b" }"#))
    #expect(all.contains(#"- required b-missing /t {   "b": true }"#))
    #expect(all.contains(#"- type b-number /t {   "t": 1,   "b": true }"#))
  }

  @Test("alternatives by their members: what then is another of them is no probe")
  func members() throws {
    let all = try lines(
      """
      A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
      B:
        type: object
        required: [b, c]
        properties: {b: {type: boolean}, c: {type: boolean}}
      C:
        type: object
        required: [c]
        additionalProperties: false
        properties: {c: {type: boolean}, d: {type: boolean}}
      """, ["c": true], rules: ["oneOf", "required"])
    #expect(all.contains(#"+ oneOf b {   "b": true,   "c": true }"#))
    // Without `b` it is a C.
    #expect(!all.contains { $0.hasPrefix("- required b-missing /b") })
    #expect(all.contains(#"- oneOf none /c {}"#), "\(all)")
  }

  @Test("a type inside itself is entered once, and whatever a representation holds, it ends")
  func endless() {
    let list = type(
      "List", .wrapper(.array(declared("List"), ArrayRules(minItems: 2), XMLArray(itemName: "i"))))
    let wide = structure(
      "Wide",
      [
        property("a", "a", declared("Wide"), required: true),
        property("b", "b", .nullable(declared("Wide"))),
        property("again", "a", declared("Missing"), required: true),
        property("list", "list", declared("List"), required: true),
      ], rules: ObjectRules(minProperties: .max, maxProperties: 1))
    let empty = type("Empty", .stringEnumeration([]))
    let circle = type("Circle", .alias(declared("Circle")))
    let broken = type(
      "Broken", .union(Union(alternatives: [], choice: .tag(member: "", values: []))))
    let odd = StringRules(
      minLength: .max, maxLength: -1, pattern: PatternRule(source: "", automaton: ""), format: .uuid
    )
    let shapes: [Shape] = [
      declared("Wide"), declared("Empty"), declared("Circle"), declared("Broken"), .string(odd),
      .integer(IntegerRules(minimum: .max, maximum: .min, multipleOf: .min)),
      .number(NumberRules(minimum: "NaN", maximum: "", multipleOf: "0")),
      .array(
        .any, ArrayRules(minItems: -1, maxItems: -1, uniqueItems: true), XMLArray(itemName: "")),
      .dictionary(declared("Wide"), ObjectRules(minProperties: -1, maxProperties: -1)),
    ]
    for shape in shapes {
      for example: Value in [.null, 1, "", [], [:]] {
        _ = lines(shape, example, [list, wide, empty, circle, broken])
      }
    }
  }

  @Test("types that hold each other many times over have a bounded number of probes")
  func wide() {
    let names: [StaticString] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]
    let types = names.indices.map { index in
      structure(
        names[index],
        names.map { property($0, "\($0)", declared($0)) }
          + [
            property(
              "list", "list",
              .array(
                declared(names[(index + 1) % 10]), ArrayRules(maxItems: 4096),
                XMLArray(itemName: "i")))
          ])
    }
    let contract = Contract(
      name: Identifier("Test"), source: "spec/test.yaml", title: "Test", version: "1",
      types: types)
    let shapes = AccordEmitters.Shapes(contract)
    let example = ExampleValue(shapes).value(of: declared("A"))
    let count = ConstraintProbes(shapes)
      .probes(of: declared("A"), at: somewhere, in: example).count
    #expect((1...20_000).contains(count), "\(count)")
  }
}
