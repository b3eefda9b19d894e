import AccordRuntime
import Testing

@testable import AccordXML

/// `r` in JSON is `{"a": "…", "t": "…"}`: the one an attribute, the other an element.
let attributeAndText = XMLShape.object([
  XMLMember("a", .string, isAttribute: true), XMLMember("t", .string),
])

@Suite("XML bodies")
struct BodyTests {
  struct Song: XMLCodable, Equatable {
    static let xmlShape = XMLShape.object([
      XMLMember("title", .string), XMLMember("year", .integer, isAttribute: true),
    ])

    var title: String
    var year: Int

    static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Song? {
      guard try json.beginObject() else { return nil }
      var title: String?
      var year: Int?
      while let key = try json.nextKey() {
        switch key {
        case "title": try json.read(&title, StringRules(maxLength: 5))
        case "year": try json.read(&year)
        default: try json.skipMember()
        }
      }
      guard let title, let year else {
        json.require("title", title != nil)
        json.require("year", year != nil)
        return nil
      }
      return Song(title: title, year: year)
    }

    func encode(to json: inout JSONWriter) {
      json.beginObject()
      json.write("title", title)
      json.write("year", year)
      json.endObject()
    }
  }

  private func decoding(_ xml: String) -> BodyDecoding<Song> {
    BodyDecoding(ofXML: Array(xml.utf8), root: "Song", shape: Song.xmlShape) {
      json throws(MalformedJSON) in try Song.decode(from: &json)
    }
  }

  @Test("a value is answered as XML and read again")
  func roundTrip() throws {
    let song = Song(title: "A & B", year: 1999)
    let response = ServerResponse.xml(200, song, root: "Song")
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text == declaration + "<Song year=\"1999\"><title>A &amp; B</title></Song>")
    guard case .value(let read) = decoding(text) else {
      Issue.record("\(text)")
      return
    }
    #expect(read == song)
  }

  @Test("violations have the pointers that the same value has in JSON")
  func violations() {
    let result = decoding("<Song year='x'><title>too long</title></Song>")
    guard case .invalid(let violations) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(violations.map(\.pointer).sorted() == ["/title", "/year"])
  }

  @Test("an element that is there twice is a violation of its member")
  func duplicate() {
    let result = decoding("<Song year='1'><title>a</title><title>b</title></Song>")
    guard case .invalid(let violations) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(violations.map(\.pointer) == ["/title"])
  }

  @Test("what is not XML is said with its place")
  func malformed() {
    guard case .malformed(let message) = decoding("\n<Sing/>") else {
      Issue.record("read")
      return
    }
    #expect(message == "must be XML: root element must be 'Song', not 'Sing' (line 2, column 1)")
  }
}
