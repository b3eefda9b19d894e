import AccordRuntime
import AccordXML
import Testing

/// A value of every kind of shape, beside its JSON and its XML.
struct Document: Sendable, CustomTestStringConvertible {
  let shape: XMLShape
  let json: String
  let xml: String

  init(_ shape: XMLShape, _ json: String, _ xml: String) {
    self.shape = shape
    self.json = json
    self.xml = xml
  }

  var testDescription: String { json }
}

/// A type that holds itself.
struct Folder: XMLCodable {
  static let xmlShape = XMLShape.object([
    XMLMember("name", .string, isAttribute: true),
    XMLMember("folders", .array(.type(Folder.self), item: "folder", isWrapped: false)),
  ])

  var value: JSONValue
  static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Folder? {
    try JSONValue.decode(from: &json).map { Folder(value: $0) }
  }
  func encode(to json: inout JSONWriter) { value.encode(to: &json) }
}

private let user = XMLShape.object([
  XMLMember("user_id", .string, element: "id", isAttribute: true),
  XMLMember("Email", .string), XMLMember("age", .nullable(.integer)),
  XMLMember("tags", .array(.string, item: "tag", isWrapped: false)),
  XMLMember("scores", .array(.number, item: "score", isWrapped: true), element: "Scores"),
])

/// Read and written alike; the shapes are the root element's, which is named `r`.
let documents: [Document] = [
  .init(.string, "\"\"", "<r/>"),
  .init(.string, "\"a\"", "<r>a</r>"),
  .init(.string, "\" a \\n \"", "<r> a \n </r>"),
  .init(.string, "\"<&>\\\"'\\r\"", "<r>&lt;&amp;&gt;\"'&#13;</r>"),
  .init(.string, "\"é🙂]]>\"", "<r>é🙂]]&gt;</r>"),
  .init(.integer, "12", "<r>12</r>"),
  .init(.integer, "-9223372036854775808", "<r>-9223372036854775808</r>"),
  .init(.number, "1.50e10", "<r>1.50e10</r>"),
  .init(.boolean, "true", "<r>true</r>"),
  .init(.boolean, "false", "<r>false</r>"),
  .init(.nullable(.string), "null", nilElement("r")),
  .init(.nullable(.string), "\"\"", "<r/>"),
  .init(.array(.integer, item: "i", isWrapped: false), "[1,2]", "<r><i>1</i><i>2</i></r>"),
  .init(.array(.integer, item: "i", isWrapped: true), "[]", "<r/>"),
  .init(
    .array(.array(.string, item: "b", isWrapped: false), item: "a", isWrapped: false),
    "[[\"x\"],[],[\"y\",\"\"]]", "<r><a><b>x</b></a><a/><a><b>y</b><b/></a></r>"),
  .init(
    .array(.nullable(.integer), item: "i", isWrapped: true), "[1,null]",
    "<r><i>1</i>\(nilElement("i"))</r>"),
  .init(.dictionary(.integer), "{}", "<r/>"),
  .init(.dictionary(.integer), "{\"a\":1,\"b-c\":2}", "<r><a>1</a><b-c>2</b-c></r>"),
  .init(
    .dictionary(.string), "{\"1 a\":\"x\",\"\":\"y\",\"a:b\":\"z\",\"_x0041_\":\"\",\"_x_\":\"\"}",
    "<r><_x0031__x0020_a>x</_x0031__x0020_a><_x_>y</_x_><a_x003A_b>z</a_x003A_b>"
      + "<_x005F_x0041_/><_x005F_x_/></r>"),
  .init(.dictionary(.string), "{\"max_x_size\":\"1\"}", "<r><max_x_size>1</max_x_size></r>"),
  .init(.dictionary(.string), "{\"\\u0000\":\"\"}", "<r><_x0000_/></r>"),
  .init(user, "{}", "<r/>"),
  .init(
    user, "{\"user_id\":\"7\",\"Email\":\"a@b\",\"age\":3}",
    "<r id=\"7\"><Email>a@b</Email><age>3</age></r>"),
  .init(user, "{\"age\":null}", "<r>\(nilElement("age"))</r>"),
  .init(
    user, "{\"user_id\":\"a\\n\\t\\r\\\"<&\"}", "<r id=\"a&#10;&#9;&#13;&quot;&lt;&amp;\"/>"),
  .init(
    user, "{\"tags\":[\"a\",\"b\"],\"scores\":[1,2.5]}",
    "<r><tag>a</tag><tag>b</tag><Scores><score>1</score><score>2.5</score></Scores></r>"),
  .init(user, "{\"scores\":[]}", "<r><Scores/></r>"),
  .init(
    .object([XMLMember("first name", .string)]), "{\"first name\":\"x\"}",
    "<r><first_x0020_name>x</first_x0020_name></r>"),
  .init(
    .object([XMLMember("a", .integer)], others: .boolean), "{\"a\":1,\"b\":true}",
    "<r><a>1</a><b>true</b></r>"),
  .init(
    .type(Folder.self), "{\"name\":\"/\",\"folders\":[{\"name\":\"a\"},{\"folders\":[{}]}]}",
    "<r name=\"/\"><folder name=\"a\"/><folder><folder/></folder></r>"),
  .init(.any, "\"x\"", "<r>x</r>"),
  .init(
    .any, "{\"a\":\"x\",\"b\":[\"1\",{\"c\":\"\"}]}", "<r><a>x</a><b>1</b><b><c/></b></r>"),
  .init(.any, "null", nilElement("r")),
  .init(
    .object([XMLMember("a", .nullable(.array(.string, item: "x", isWrapped: false)))]),
    "{\"a\":null}", "<r>\(nilElement("x"))</r>"),
]

func nilElement(_ name: String) -> String {
  "<\(name) xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"
}

let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

func json(_ xml: String, _ shape: XMLShape, root: String = "r") throws(MalformedXML) -> String {
  let bytes = try XMLTranscoder.json(fromXML: Array(xml.utf8), root: root, shape: shape)
  return String(decoding: bytes, as: UTF8.self)
}

func xml(_ json: String, _ shape: XMLShape, root: String = "r") -> String {
  let bytes = XMLTranscoder.xml(fromJSON: Array(json.utf8), root: root, shape: shape)
  return String(decoding: bytes, as: UTF8.self)
}
