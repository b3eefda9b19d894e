import AccordModel

/// Bodies in JSON and XML, of every shape.
let xmlContract = Contract(
  name: Identifier("Library"), source: "spec/library.yaml", title: "Library", version: "1.0.0",
  types: [
    structure(
      "Book",
      [
        attribute("isbn", "isbn", required: true),
        property("title", "Title", .string(StringRules()), required: true),
        property("authors", "authors", authors),
        property("series", "series", .nullable(declared("Book")), indirect: true),
        property("genre", "genre", declared("Genre")), property("notes", "notes", .any),
        property("ratings", "ratings", .dictionary(.integer(IntegerRules()), ObjectRules())),
      ], additional: .kept(Identifier("others"), .number(NumberRules()))),
    structure("Token", [property("text", "text", .string(StringRules()), required: true)]),
    type(
      "Genre", .stringEnumeration([EnumerationCase(name: Identifier("crime"), rawValue: "crime")])),
    type("Shelf", .wrapper(.array(declared("Shelf"), ArrayRules(), XMLArray(itemName: "shelf")))),
    type(
      "Books", .alias(.array(declared("Book"), ArrayRules(maxItems: 9), XMLArray(itemName: "book")))
    ),
  ],
  operations: [
    Operation(
      operationID: "putBook", name: Identifier("putBook"), typeName: Identifier("PutBook"),
      method: .put, path: path("/book"),
      body: RequestBody(content: both(declared("Book"), "book"), isRequired: true),
      responses: [
        response(
          200, "ok", "",
          headers: [
            ResponseHeader(
              name: Identifier("etag"), wireName: "ETag", shape: .string(StringRules()),
              isRequired: false)
          ], both(declared("Book"), "book")),
        response(
          201, "created", "",
          content(
            declared("Token"), xmlName: "token", ("application/json", .json),
            ("application/xml", .xml), ("text/plain", .textOfProperty("text")))),
      ], place: somewhere),
    Operation(
      operationID: "putBooks", name: Identifier("putBooks"), typeName: Identifier("PutBooks"),
      method: .put, path: path("/books"),
      body: RequestBody(content: both(declared("Books"), "books"), isRequired: false),
      responses: [
        response(200, "ok", "", both(declared("Books"), "books")),
        response(
          202, "accepted", "",
          content(declared("Shelf"), xmlName: "shelf", ("application/vnd.shelf+xml", .xml))),
      ], place: somewhere),
  ])

private let authors = Shape.array(
  .string(StringRules(minLength: 1)), ArrayRules(), XMLArray(itemName: "author", isWrapped: true))

private func both(_ shape: Shape, _ xmlName: String) -> Content {
  content(shape, xmlName: xmlName, ("application/json", .json), ("application/xml", .xml))
}

private func attribute(_ name: StaticString, _ wireName: String, required: Bool) -> Property {
  var property = property(name, wireName, .string(StringRules()), required: required)
  property.xml = XMLMember(name: "ISBN", isAttribute: true)
  return property
}
