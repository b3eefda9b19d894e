import AccordDocument
import AccordYAML
import Testing

/// A contract may refer into another one, which has tags, schemes and operations of its own.
@Suite("references into another contract") struct OtherContractTests {
  private static let other = """
    openapi: 3.1.0
    info: {title: Other, version: '1'}
    tags: [{name: things}]
    paths:
      /things:
        get:
          operationId: getThing
          tags: [things]
          security: [{Key: []}]
          responses:
            '200':
              description: It.
              links: {again: {operationId: getThing}}
    components:
      securitySchemes: {Key: {type: http, scheme: bearer}}
      schemas:
        Name: {type: string, maxLength: 9}
    """

  private static func contract(_ path: String) -> String {
    """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      \(path)
      /names:
        post:
          operationId: addName
          requestBody:
            content:
              application/json:
                schema: {$ref: 'other.yaml#/components/schemas/Name'}
          responses: {'204': {description: Added.}}
    """
  }

  @Test("what is not referred to is the other's affair")
  func schema() throws {
    let document = try Fixtures.validated(["c.yaml": Self.contract(""), "other.yaml": Self.other])
    #expect(document.operations.map(\.id) == ["addName"])
    #expect(document.namedSchemas.map(\.name) == ["Name"])
  }

  @Test("what is referred to is the contract's own, with the root's tags, schemes and operations")
  func pathItem() {
    let error = #expect(throws: Diagnostics.self) {
      try Fixtures.validated([
        "c.yaml": Self.contract("/it: {$ref: 'other.yaml#/paths/~1things'}"),
        "other.yaml": Self.other,
      ])
    }
    #expect(
      error?.all.map(\.message) == [
        "the tag 'things' is not declared in 'tags'",
        "there is no security scheme 'Key' in 'components'",
      ])
  }
}
