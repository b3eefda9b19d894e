import AccordModel
import Testing

@testable import AccordEmitters

@Suite("JSON codecs") struct JSONCodecTests {
  @Test("members are read by name, and what is missing is named after the last")
  func decoding() {
    expect(
      structure(
        "User",
        [
          property("id", "ID", .integer(IntegerRules(minimum: 1)), required: true),
          property("name", "na\"me", .string(StringRules())),
        ], additional: .refused),
      #"""
      extension User: JSONCodable {
        public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> User? {
          guard try json.beginObject() else { return nil }
          var id: Int?
          var name: String?
          while let key = try json.nextKey() {
            switch key {
            case "ID": try json.read(&id, IntegerRules(minimum: 1))
            case "na\"me": try json.read(&name)
            default: try json.refuseMember()
            }
          }
          if let id {
            return User(id: id, name: name)
          }
          json.require("ID", id != nil)
          return nil
        }

        public func encode(to json: inout JSONWriter) {
          json.beginObject()
          json.write("ID", id)
          json.write("na\\\"me", name)
          json.endObject()
        }
      }
      """#)
  }

  @Test("elements with rules are read by a closure, and those without by their type")
  func arrays() {
    let plain = Shape.array(.boolean, ArrayRules(), XMLArray(itemName: "item"))
    let ruled = Shape.array(
      .string(StringRules(minLength: 1)), ArrayRules(maxItems: 2), XMLArray(itemName: "item"))
    expect(
      structure("A", [property("a", "a", plain), property("b", "b", ruled)]),
      contains: """
              case "a": try json.read(&a)
              case "b":
                try json.readArray(&b, ArrayRules(maxItems: 2)) { json throws(MalformedJSON) in
                  try json.string(StringRules(minLength: 1))
                }
        """)
  }

  @Test("null is written for a required member that is nil, and nothing for an optional one")
  func null() {
    let text = Shape.nullable(.string(StringRules()))
    expect(
      structure("A", [property("a", "a", text, required: true), property("b", "b", text)]),
      contains: """
            json.write("a", Nullable(a))
            json.write("b", b)
        """)
  }

  @Test("a property that would hide the reader gives it another name")
  func localNames() {
    expect(
      structure("A", [property("json", "json", .boolean), property("key", "key", .boolean)]),
      contains: """
            while let memberKey = try jsonText.nextKey() {
              switch memberKey {
              case "json": try jsonText.read(&json)
        """)
  }

  @Test("members are counted only where their number matters")
  func counting() {
    expect(
      structure("A", [property("a", "a", .boolean)], rules: ObjectRules(minProperties: 1)),
      contains: """
            json.checkMembers(members, ObjectRules(minProperties: 1))
        """)
  }

  @Test(
    "a member's name is escaped as JSON asks",
    arguments: [
      ("a", "a"), ("\"", "\\\""), ("\\", "\\\\"), ("\n\u{1}", "\\u000A\\u0001"), ("é", "é"),
    ])
  func keys(name: String, escaped: String) {
    #expect(JSONKeyText.escaped(name) == escaped)
  }

  private func expect(
    _ type: TypeDeclaration, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(codec(type) == expected, sourceLocation: sourceLocation)
  }

  private func expect(
    _ type: TypeDeclaration, contains part: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(codec(type).contains(part), "\(codec(type))", sourceLocation: sourceLocation)
  }

  private func codec(_ type: TypeDeclaration) -> String {
    JSONCodecEmitter(spelling: Spelling(contract([type]))).codec(type).text
  }
}
