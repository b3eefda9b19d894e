import AccordRuntime
import AccordXML
import Testing

@Suite("XML as JSON and back")
struct TranscoderTests {
  @Test("a value is written as its shape says", arguments: documents)
  func written(_ document: Document) {
    #expect(xml(document.json, document.shape) == declaration + document.xml)
  }

  @Test("what is written is read again as the same value", arguments: documents)
  func read(_ document: Document) throws {
    let read = try json(declaration + document.xml, document.shape)
    #expect(value(read) == value(document.json), "\(read)")
  }

  private func value(_ json: String) -> JSONValue? {
    let decoded = JSONReader.decode(JSONValue.self, from: Array(json.utf8))
    return if case .value(let value) = decoded { value } else { nil }
  }

  @Test(
    "text of the wrong type stays a string, for the JSON decoder to refuse",
    arguments: [
      ("x", XMLShape.integer, "\"x\""), ("", .integer, "\"\""), ("+1", .integer, "\"+1\""),
      ("01", .number, "\"01\""), ("NaN", .number, "\"NaN\""), ("1.5", .integer, "1.5"),
      (" \n12\t", .integer, "12"), (" true ", .boolean, "true"), ("1", .boolean, "true"),
      ("0", .boolean, "false"), ("TRUE", .boolean, "\"TRUE\""), ("2", .boolean, "\"2\""),
      ("1", .string, "\"1\""), ("<a>1</a>", .string, "{\"a\":\"1\"}"),
    ])
  func leaves(text: String, shape: XMLShape, expected: String) throws {
    #expect(try json("<r>\(text)</r>", shape) == expected)
  }

  @Test("a document may have a byte order mark, comments, instructions, prefixes and CDATA")
  func tolerated() throws {
    let shape = XMLShape.object([XMLMember("a", .string), XMLMember("b", .integer)])
    let xml = """
      \u{FEFF}<?xml version="1.0" encoding="utf-8" standalone="yes"?><?go away?><!-- hello -->
      <n:r xmlns:n="urn:n" xml:lang="en"><n:a>x<![CDATA[<!DOCTYPE y>&]]>z<!-- a -->!</n:a>
      <?go away?><q:b>&#50;</q:b></n:r>
      """
    #expect(try json(xml, shape) == "{\"a\":\"x<!DOCTYPE y>&z!\",\"b\":2}")
  }

  @Test("an element that no member is named for becomes a member, repeated ones an array")
  func unknown() throws {
    let shape = XMLShape.object([XMLMember("a", .integer)])
    #expect(
      try json("<r x='1'><a>2</a><b/><c><d>1</d></c><b>3</b></r>", shape)
        == "{\"x\":\"1\",\"a\":2,\"b\":[\"\",\"3\"],\"c\":{\"d\":\"1\"}}")
  }

  @Test("an element that is there twice is a member that is there twice")
  func duplicate() throws {
    let shape = XMLShape.object([
      XMLMember("a", .integer, isAttribute: true),
      XMLMember("w", .array(.integer, item: "i", isWrapped: true)),
    ])
    #expect(try json("<r a='1'><a>2</a></r>", shape) == "{\"a\":1,\"a\":2}")
    #expect(try json("<r><w/><w><i>1</i></w></r>", shape) == "{\"w\":[],\"w\":[1]}")
  }

  @Test("elements of an array that is not wrapped may stand apart")
  func interleaved() throws {
    let shape = XMLShape.object([
      XMLMember("a", .array(.integer, item: "i", isWrapped: false)), XMLMember("b", .string),
    ])
    #expect(try json("<r><i>1</i><b>x</b><i>2</i></r>", shape) == "{\"a\":[1,2],\"b\":\"x\"}")
  }

  @Test("an element may be named as its member is in JSON, or stand where an attribute should")
  func lenient() throws {
    let shape = XMLShape.object([XMLMember("user_id", .integer, element: "id", isAttribute: true)])
    for xml in [
      "<r id='1'/>", "<r user_id='1'/>", "<r><id>1</id></r>", "<r><user_id>1</user_id></r>",
    ] {
      #expect(try json(xml, shape) == "{\"user_id\":1}")
    }
  }

  @Test("free-form text beside attributes is a member of its own, and comes back as text")
  func freeText() throws {
    let read = try json("<r><p c='EUR'>5</p></r>", .any)
    #expect(read == "{\"p\":{\"c\":\"EUR\",\"#text\":\"5\"}}")
    #expect(xml(read, .any) == declaration + "<r><p><c>EUR</c>5</p></r>")
  }

  @Test("characters that XML cannot hold are replaced")
  func forbidden() throws {
    let written = xml("\"a\\u0000\\u0008\\uFFFE\\uFFFFb\\u007f\"", .string)
    #expect(written == declaration + "<r>a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\u{7F}</r>")
  }

  @Test("JSON that is not ours, or not of the shape, is written without a trap")
  func total() {
    for text in ["", "{", "nul", "\"a", "[1,]", "\u{FEFF}1"] {
      #expect(xml(text, .integer) == declaration + "<r/>")
    }
    let shapes: [XMLShape] = [
      .string, .integer, .any, .dictionary(.integer), .object([XMLMember("a", .string)]),
      .array(.string, item: "i", isWrapped: true), .type(Folder.self),
    ]
    for shape in shapes {
      for text in ["1", "\"a\"", "[1,[2],{\"a\":[]}]", "{\"a\":{\"b\":1},\"folders\":3}", "null"] {
        let written = xml(text, shape)
        #expect(throws: Never.self) { try json(written, .any) }
      }
    }
  }
}
