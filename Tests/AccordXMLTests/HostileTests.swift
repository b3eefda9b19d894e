import AccordXML
import Testing

@Suite("Hostile XML")
struct HostileTests {
  @Test("what is not accepted is refused where it stands", arguments: refusals)
  func refused(_ refusal: Refusal) {
    let error = #expect(throws: MalformedXML.self) { try json(refusal.xml, refusal.shape) }
    #expect(error?.message == refusal.message)
    #expect(error?.line == refusal.line)
    #expect(error?.column == refusal.column)
  }

  @Test(
    "what is not well-formed is refused with its line",
    arguments: [
      ("<r>", 1), ("<r>\n</s>", 2), ("<r>&nbsp;</r>", 1), ("<r>&#0;</r>", 1), ("<r>&#8;</r>", 1),
      ("<r>\n\u{8}</r>", 2), ("<r a='1' a='2'/>", 1), ("<r a=1/>", 1), ("<r/><r/>", 1), ("text", 1),
      ("<r>]]></r>", 1), ("<r><![CDATA[x</r>", 1), ("<r a='<'/>", 1), ("<1/>", 1), ("<r/>\nx", 2),
      ("<r>\u{FFFF}</r>", 1), ("", 1), ("   ", 1), ("<r>&#xD800;</r>", 1), ("<?xml?><r/>", 1),
    ])
  func malformed(xml: String, line: Int) {
    let error = #expect(throws: MalformedXML.self) { try json(xml, .string) }
    #expect(error?.line == line, "\(error.map(\.description) ?? "")")
    #expect(error?.message.isEmpty == false)
  }

  @Test("what is not UTF-8 is refused, by its bytes or by its declaration")
  func encodings() {
    func refuses(_ bytes: [UInt8], _ message: String) {
      let error = #expect(throws: MalformedXML.self) {
        try XMLTranscoder.json(fromXML: bytes, root: "r", shape: .string)
      }
      #expect(error?.message == message)
    }
    refuses(Array("<r>".utf8) + [0xFF] + Array("</r>".utf8), "document is not UTF-8")
    refuses(Array("<r>".utf8) + [0xED, 0xA0, 0x80] + Array("</r>".utf8), "document is not UTF-8")
    refuses(Array("<r>\0</r>".utf8), "document holds a null byte")
    refuses([0xFF, 0xFE] + "<r/>".utf8.flatMap { [$0, 0] }, "document holds a null byte")
    refuses("<r/>".utf8.flatMap { [0, $0] }, "document holds a null byte")
    for name in ["ISO-8859-1", "windows-1252", "US-ASCII"] {
      let error = #expect(throws: MalformedXML.self) {
        try json("<?xml version='1.0' encoding='\(name)'?><r>a</r>", .string)
      }
      #expect(error?.message == "document must be in UTF-8, not in '\(name)'")
    }
    for name in ["UTF-16", "UTF-7", "UCS-4", "x"] {
      #expect(throws: MalformedXML.self, "\(name)") {
        try json("<?xml version='1.0' encoding='\(name)'?><r>a</r>", .string)
      }
    }
  }

  @Test("64 levels are read, and the 65th is refused where it begins")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      "<r>" + String(repeating: "<a>", count: depth - 1)
        + String(repeating: "</a>", count: depth - 1) + "</r>"
    }
    _ = try json(nested(64), .any)
    for depth in [65, 100, 100_000] {
      let error = #expect(throws: MalformedXML.self) { try json(nested(depth), .any) }
      #expect(error?.message == "elements are nested more than 64 deep")
      #expect(error?.column == 3 * 64 + 1)
    }
  }

  @Test("five megabytes of text, of elements and of attribute are read, and places stay right")
  func large() throws {
    let text = String(repeating: "é<![CDATA[<]]>&amp;", count: 250_000)
    #expect(try json("<r>\(text)</r>", .string).utf8.count == 250_000 * 4 + 2)
    let long = String(repeating: "a", count: 5_000_000)
    #expect(try json("<r a='\(long)'/>", .object([])).utf8.count == 5_000_000 + 8)
    let elements = String(repeating: "<i>1</i>\n", count: 500_000)
    let shape = XMLShape.array(.integer, item: "i", isWrapped: true)
    #expect(try json("<r>\(elements)</r>", shape).utf8.count == 500_000 * 2 + 1)
    let error = #expect(throws: MalformedXML.self) { try json("<r>\(elements) <j/></r>", shape) }
    #expect(error?.line == 500_001)
    #expect(error?.column == 2)
  }

  @Test(
    "names that look alike are told apart, and cost no more for being many",
    .timeLimit(.minutes(1)))
  func alike() throws {
    let forms = ["\u{C5}", "\u{212B}", "A\u{30A}"]
    var names = [""]
    for _ in 0..<9 { names = names.flatMap { name in forms.map { name + $0 } } }
    let elements = names.map { "<\($0)/>" }.joined()
    let members = names.map { "\"\($0)\":\"\"" }.joined(separator: ",")
    let text = try json("<r>\(elements)</r>", .any)
    #expect(text.utf8.elementsEqual("{\(members)}".utf8))
  }

  @Test("256 attributes of an element are read, and one more is refused before it is compared")
  func manyAttributes() throws {
    func attributes(_ count: Int) -> String {
      (0..<count).map { " a\($0)='>'" }.joined()
    }
    let unparsed = "<!--<a\(attributes(300))--><?p <a\(attributes(300))?>"
    let data = "<![CDATA[<a\(attributes(300))]]>"
    let accepted = "\(unparsed)<r><b\(attributes(256))/><c>\(data)\(attributes(300))</c></r>"
    #expect(try json(accepted, .any).hasPrefix("{\"b\":{\"a0\":\">\""))
    for count in [257, 80_000] {
      let error = #expect(throws: MalformedXML.self) {
        try json("\(unparsed)<r>\n <b\(attributes(count))/></r>", .any)
      }
      #expect(error?.description == "an element has more than 256 attributes (line 2, column 2)")
    }
  }

  @Test("no damage to a document makes reading trap")
  func mutated() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = Array("<>&;/'\"=![]-?xrai:# \n\u{0}é".utf8) + [0xFF, 0xC3]
    for document in documents {
      for _ in 0..<60 {
        var bytes = Array((declaration + document.xml).utf8)
        for _ in 0...random(3) {
          let place = random(bytes.count)
          switch random(3) {
          case 0: bytes[place] = pieces[random(pieces.count)]
          case 1: bytes.insert(pieces[random(pieces.count)], at: place)
          default: bytes.remove(at: place)
          }
        }
        _ = try? XMLTranscoder.json(fromXML: bytes, root: "r", shape: document.shape)
      }
    }
  }
}

struct Refusal: Sendable, CustomTestStringConvertible {
  let xml: String
  let shape: XMLShape
  let message: String
  let line: Int
  let column: Int

  init(_ xml: String, _ shape: XMLShape, _ message: String, _ line: Int, _ column: Int) {
    self.xml = xml
    self.shape = shape
    self.message = message
    self.line = line
    self.column = column
  }

  var testDescription: String { String(xml.prefix(60)) }
}

private let noDocumentType = "document type declarations are not accepted"
private let list = XMLShape.array(.string, item: "i", isWrapped: true)
private let object = XMLShape.object([XMLMember("a", .string)])

private let refusals: [Refusal] = [
  .init("<!DOCTYPE r><r/>", .string, noDocumentType, 1, 1),
  .init(
    "<?xml version='1.0'?>\n <!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>", .string,
    noDocumentType, 2, 2),
  .init("<!DOCTYPE r PUBLIC '-//x' 'http://127.0.0.1:9/x'><r/>", .string, noDocumentType, 1, 1),
  .init(
    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>", .string,
    noDocumentType, 1, 1),
  .init(
    "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><r>&c;</r>",
    .string, noDocumentType, 1, 1),
  .init(
    "<!DOCTYPE r [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><r/>", .string,
    noDocumentType, 1, 1),
  .init(
    "<r xmlns:x='http://www.w3.org/2001/XMLSchema-instance'><a x:nil='1'>b</a></r>", object,
    "element 'a' is nil and has content", 1, 56),
  .init("<s/>", .string, "root element must be 'r', not 's'", 1, 1),
  .init("<!-- é -->\n\n  <s/>", .string, "root element must be 'r', not 's'", 3, 3),
  .init("<r>\n<a>x</a> y</r>", object, "element 'r' holds text where elements belong", 1, 1),
  .init("<r>x</r>", object, "element 'r' holds text where elements belong", 1, 1),
  .init("<r>\né<i/></r>", list, "element 'r' holds text where elements belong", 1, 1),
  .init("<r><i/>\n<j/></r>", list, "element must be 'i', not 'j'", 2, 1),
  .init("<r><b>x<c/></b></r>", object, "element 'b' holds text where elements belong", 1, 4),
]
