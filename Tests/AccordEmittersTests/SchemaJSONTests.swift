import AccordModel
import Testing

@testable import AccordEmitters

@Suite("JSON Schema") struct SchemaJSONTests {
  private func schema(
    _ shape: Shape, _ types: [TypeDeclaration] = [], _ style: SchemaJSON.Style = .rules
  ) -> String {
    let contract = Contract(
      name: Identifier("Test"), source: "spec/test.yaml", title: "Test", version: "1", types: types)
    return SchemaJSON(Shapes(contract), style: style).document(shape).jsonText
  }

  @Test("a string has its lengths, its pattern and a format that draft-07 knows")
  func strings() {
    let rules = StringRules(
      minLength: 1, maxLength: 9, pattern: PatternRule(source: "^a+$", automaton: ""),
      format: .uuid)
    #expect(
      schema(.string(rules)) == """
        {
          "type": "string",
          "minLength": 1,
          "maxLength": 9,
          "pattern": "^a+$",
          "format": "uuid"
        }
        """)
  }

  @Test(
    "what draft-07 cannot express is not asked",
    arguments: [#"\p{L}"#, #"\u{1F600}"#, "😀"])
  func inexpressible(pattern: String) {
    let rules = StringRules(
      pattern: PatternRule(source: pattern, automaton: ""), format: .duration)
    #expect(schema(.string(rules)) == "{\n  \"type\": \"string\"\n}")
  }

  @Test(
    "for JavaScript, a pattern that takes any character is for Unicode mode",
    arguments: [
      (".{2}", false), ("[^a]{1,2}", false), (#"\W"#, false), (#"[\D]"#, false),
      (#"\."#, true), ("[.^]", true), (#"\w+\\S"#, true), ("a[b]c", true),
    ])
  func counted(pattern: String, isAsked: Bool) {
    let rules = StringRules(pattern: PatternRule(source: pattern, automaton: ""))
    let text = schema(.string(rules), [], .javaScript)
    #expect(text.contains(#""pattern""#) == isAsked)
    #expect(text.contains(#""unicodePattern""#) == !isAsked)
    #expect(schema(.string(rules)).contains(#""pattern""#))
  }

  @Test(
    "for JavaScript, what divides by a fraction has its own keyword, and a prototype is not asked")
  func javaScript() {
    let price = Shape.number(NumberRules(multipleOf: "0.01"))
    #expect(schema(price, [], .javaScript).contains("\"decimalMultipleOf\": 0.01"))
    let dozen = schema(.number(NumberRules(multipleOf: "12")), [], .javaScript)
    #expect(dozen.contains("\"multipleOf\": 12"))
    #expect(schema(price).contains("\"multipleOf\": 0.01"))
    let type = TypeDeclaration(
      name: TypeName(Identifier("User")),
      kind: .structure(
        Structure(
          properties: [
            property("proto", "__proto__", .boolean, required: true),
            property("id", "id", .boolean),
          ], additional: .refused)), xmlName: "User", place: somewhere)
    let text = schema(declared("User"), [type], .javaScript)
    #expect(text.contains("\"id\""))
    #expect(!text.contains("__proto__") && !text.contains("additionalProperties"))
  }

  @Test("a 32-bit integer has the bounds of its width, unless it has closer ones")
  func integers() {
    #expect(
      schema(.integer(IntegerRules(width: .int32, minimum: 1, multipleOf: 2))) == """
        {
          "type": "integer",
          "minimum": 1,
          "maximum": 2147483647,
          "multipleOf": 2
        }
        """)
  }

  @Test("members, what is required, and what is refused; null beside the value")
  func structures() {
    let type = TypeDeclaration(
      name: TypeName(Identifier("User")),
      kind: .structure(
        Structure(
          properties: [
            property("id", "ID", .boolean, required: true),
            property("next", "next", .nullable(declared("User"))),
          ], additional: .refused, rules: ObjectRules(minProperties: 1))),
      xmlName: "User", place: somewhere)
    #expect(
      schema(declared("User"), [type]) == """
        {
          "$ref": "#/definitions/User",
          "definitions": {
            "User": {
              "type": "object",
              "minProperties": 1,
              "required": ["ID"],
              "properties": {
                "ID": {
                  "type": "boolean"
                },
                "next": {
                  "anyOf": [
                    {
                      "$ref": "#/definitions/User"
                    },
                    {
                      "type": "null"
                    }
                  ]
                }
              },
              "additionalProperties": false
            }
          }
        }
        """)
  }

  @Test("a union is one of its alternatives, an enumeration one of its texts")
  func unions() {
    let alternatives = ["A", "B"].map { name in
      UnionAlternative(name: Identifier(name == "A" ? "a" : "b"), shape: declared("Role"))
    }
    let union = type(
      "Either",
      .union(Union(alternatives: alternatives, choice: .tag(member: "t", values: []))))
    let role = type(
      "Role", .stringEnumeration([EnumerationCase(name: Identifier("owner"), rawValue: "OWNER")]))
    let text = schema(declared("Either"), [union, role])
    #expect(text.contains("\"oneOf\": [\n"))
    #expect(text.contains("\"enum\": [\"OWNER\"]"))
  }
}

@Suite("JSON artefacts") struct ArtefactTests {
  @Test("text is escaped where JSON asks for it, and where JavaScript once did")
  func escapes() {
    #expect("a\"\\\n\u{1}\u{7F}\u{2028}é😀".jsonText == #""a\"\\\n\u0001\u007f\u2028é😀""#)
  }

  @Test("members keep their order; short lists of scalars stand on one line")
  func layout() {
    let value: Value = ["b": ["x", true, .integer(1)], "a": [["c": true]], "e": [:]]
    #expect(
      value.jsonText == """
        {
          "b": ["x", true, 1],
          "a": [
            {
              "c": true
            }
          ],
          "e": {}
        }
        """)
  }

  /// From Python's `uuid.uuid5(uuid.NAMESPACE_URL, …)`; the last needs two blocks.
  @Test(
    "identifiers are those of RFC 9562's version 5",
    arguments: [
      ("accord:postman/User/collection", "4681ced1-9357-5e92-a767-4e89d4b3fb1e"),
      ("", "1b4db7eb-4057-5ddf-91e0-36dec72071f5"),
      (String(repeating: "a", count: 100), "864949eb-2508-5b93-a1e7-0fe6ca888495"),
    ])
  func identifiers(name: String, text: String) {
    #expect(NameBasedUUID(name).text == text)
  }

  @Test("an example of a type that contains itself ends")
  func recursion() {
    let list = type(
      "List", .wrapper(.array(declared("List"), ArrayRules(minItems: 2), XMLArray(itemName: "i"))))
    let wide = structure(
      "Wide",
      [
        property("a", "a", declared("Wide"), required: true),
        property("b", "b", declared("Wide"), required: true),
        property("list", "list", declared("List"), required: true),
      ])
    let contract = Contract(
      name: Identifier("Test"), source: "spec/test.yaml", title: "Test", version: "1",
      types: [list, wide])
    let text = ExampleValue(Shapes(contract)).value(of: declared("Wide")).jsonText
    #expect(text.utf8.count < 10_000_000)
  }
}
