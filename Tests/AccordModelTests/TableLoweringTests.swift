import AccordModel
import Testing

@Suite("Tables") struct TableLoweringTests {
  @Test("a table has its schema's properties as attributes, in their order, references followed")
  func attributes() throws {
    let tables = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths: {}
      components:
        schemas:
          Id: {type: string, maxLength: 9}
          Song:
            type: object
            required: [title, id]
            properties:
              title: {type: string}
              id: {$ref: '#/components/schemas/Id'}
              genre: {enum: [jazz, rock]}
              stars: {type: integer, enum: [1, 2]}
              price: {type: number}
              sold: {type: boolean}
              until: {$ref: '#/components/schemas/Seconds'}
            x-accord-table: {name: songs, key: id, expires: until}
          Seconds: {type: integer}
          log-in:
            type: object
            additionalProperties: false
            required: [id]
            properties: {id: {const: a}}
            x-accord-table:
              name: log-ins
              key: id
      """
    ).tables
    #expect(
      tables.map(text) == [
        "songs (songs) of Song by id until until at 18: "
          + "title string, id string, genre string, stars integer, price number, "
          + "sold boolean, until integer",
        "log-ins (logins) of LogIn by id at 26: id string",
      ])
  }

  private func text(_ table: Table) -> String {
    let attributes = table.attributes.map { "\($0.name) \($0.kind)" }
    let expiry = table.expiry.map { " until \($0)" } ?? ""
    let type = table.type.path.map(\.text).joined(separator: ".")
    return
      "\(table.name) (\(table.sign)) of \(type) by \(table.key)\(expiry) at \(table.place.line): "
      + attributes.joined(separator: ", ")
  }
}
