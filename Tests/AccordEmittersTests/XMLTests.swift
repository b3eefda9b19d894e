import AccordModel
import Testing

@testable import AccordEmitters

@Suite("XML") struct XMLTests {
  @Test("a type in an XML document says which element or attribute holds which member")
  func shape() {
    #expect(
      file("Models/Book").contains(
        """
        extension Book: XMLCodable {
          public static let xmlShape = XMLShape.object([
            XMLMember("isbn", .string, element: "ISBN", isAttribute: true),
            XMLMember("Title", .string),
            XMLMember("authors", .array(.string, item: "author", isWrapped: true)),
            XMLMember("series", .nullable(.type(Book.self))),
            XMLMember("genre", .string),
            XMLMember("notes", .any),
            XMLMember("ratings", .dictionary(.integer)),
          ], others: .number)
        }
        """))
  }

  @Test("the body is read as its media type says, the first of the contract by default")
  func reading() {
    #expect(
      file("Operations/PutBook").contains(
        """
            let body: Book? =
              switch bodyType {
              case "application/xml": reader.xml(root: "book")
              default: reader.json()
              }
        """))
  }

  @Test("an answer is written in the media type that was negotiated")
  func writing() {
    #expect(
      file("Operations/PutBook").contains(
        """
            case .created(let body):
              switch answerType {
              case "application/xml": .xml(201, body, root: "token")
              case "text/plain": .text(201, body.text)
              default: .json(201, body)
              }
        """))
  }

  @Test("a contract without XML does not mention it, and one with XML imports it where it is used")
  func imports() {
    let without = SwiftEmitter(layout: .sharded).files(for: userContract).map(\.text).joined()
    #expect(!without.contains("XML"))
    #expect(file("Models/Book").contains("public import AccordXML"))
    #expect(!file("Models/Genre").contains("AccordXML"))
    #expect(file("Operations/PutBook").contains("\nimport AccordXML"))
  }

  private func file(_ path: String) -> String {
    SwiftEmitter(layout: .readable).files(for: xmlContract).first { $0.path == "\(path).swift" }?
      .text
      ?? ""
  }
}
