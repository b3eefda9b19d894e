import Testing

@testable import AccordModel

/// What stands beside `$ref`, at the use, in the middle of a chain and at its end.
@Suite("Annotations along a chain of references") struct AnnotationTests {
  private static func property(_ name: String, _ schemas: String) throws -> Property {
    let head =
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
    let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let contract = try Outline.contract(head + indented)
    for case .structure(let structure) in contract.types.map(\.kind) {
      if let found = structure.properties.first(where: { $0.wireName == name }) { return found }
    }
    throw Missing()
  }

  private struct Missing: Error {}

  private static let middle = """
    Use: {type: object, properties: {it: {$ref: '#/components/schemas/Middle'}}}
    Middle:
      $ref: '#/components/schemas/End'
      default: x
      deprecated: true
      description: In the middle.
      examples: [y]
      xml: {name: mid, attribute: true}
    End:
      type: string
      default: end
      description: At the end.
      examples: [z]
      xml: {name: end}
    """

  @Test("what the middle of a chain says is heard before what its end says")
  func middleWins() throws {
    let property = try Self.property("it", Self.middle)
    #expect(property.defaultValue == .string("x"))
    #expect(property.isDeprecated)
    #expect(property.documentation.description == "In the middle.")
    #expect(property.examples.map(\.value) == [.string("y")])
    #expect(property.xml == XMLMember(name: "mid", isAttribute: true))
  }

  @Test("the use itself is heard first, word by word")
  func useWins() throws {
    let property = try Self.property(
      "it",
      Self.middle.replacing(
        "{$ref: '#/components/schemas/Middle'}",
        with: "{$ref: '#/components/schemas/Middle', default: use, xml: {attribute: false}}"))
    #expect(property.defaultValue == .string("use"))
    #expect(property.xml == XMLMember(name: "mid", isAttribute: false))
  }

  @Test("a declared type keeps its own words, and what stands on the way to it comes to the use")
  func declared() throws {
    let property = try Self.property(
      "it",
      """
      Use: {type: object, properties: {it: {$ref: '#/components/schemas/Middle'}}}
      Middle: {$ref: '#/components/schemas/End', default: b, description: On the way.}
      End: {type: string, enum: [a, b], deprecated: true, description: Its own.}
      """)
    #expect(property.defaultValue == .string("b"))
    #expect(property.documentation.description == "On the way.")
    #expect(!property.isDeprecated)
  }

  @Test("an array is wrapped where a reference to it says so")
  func wrapped() throws {
    let property = try Self.property(
      "it",
      """
      Use:
        type: object
        properties: {it: {$ref: '#/components/schemas/Tags', xml: {name: tags, wrapped: true}}}
      Tags: {type: array, items: {$ref: '#/components/schemas/Middle'}}
      Middle: {$ref: '#/components/schemas/End', xml: {name: tag}}
      End: {type: string}
      """)
    #expect(property.xml == XMLMember(name: "tags"))
    guard case .array(_, _, let xml) = property.shape else {
      Issue.record("not an array: \(property.shape)")
      return
    }
    #expect(xml == XMLArray(itemName: "tag", isWrapped: true))
  }

  @Test("a parameter and a header say what their schemas say where they are silent")
  func parameters() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths:
        /a:
          get:
            operationId: get
            parameters:
              - {name: q, in: query, schema: {$ref: '#/components/schemas/Middle'}}
            responses:
              '200':
                description: Fine.
                headers:
                  X-H: {schema: {$ref: '#/components/schemas/Middle'}}
      components:
        schemas:
          Middle:
            $ref: '#/components/schemas/End'
            default: x
            deprecated: true
            description: In the middle.
            examples: [y]
          End: {type: string}
      """)
    let parameter = contract.operations[0].parameters[0]
    #expect(parameter.defaultValue == .string("x"))
    #expect(parameter.isDeprecated)
    #expect(parameter.documentation.description == "In the middle.")
    #expect(parameter.examples.map(\.value) == [.string("y")])
    let header = contract.operations[0].responses[0].headers[0]
    #expect(header.documentation.description == "In the middle.")
  }
}
