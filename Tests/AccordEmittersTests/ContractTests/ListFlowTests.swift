import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Contract tests of lists and of what headers name") struct ListFlowTests {
  @Test("what is created is found along the link to the next page, and not after its deletion")
  func pages() throws {
    let plan = try PlanOutline(library)
    let flow = "listBooks/flow/pages/addBook/made-up/book_id"
    let adds = Array(repeating: "addBook -> 201", count: 3)
    let deletions = Array(repeating: "deleteBook -> 204", count: 3)
    #expect(
      plan.steps(flow) == adds + ["listBooks -> 200"] + deletions + ["listBooks -> 200"])
    let steps = plan.testCase(flow)?["steps"]?.items ?? []
    let names: [Value] = ["{{book_id_1}}", "{{book_id_2}}", "{{book_id_3}}"]
    #expect(
      steps[3]["pages"] == [
        "parameter": "after", "cursor": "/next", "items": "/books", "member": "/book_id",
        "once": .array(names), "never": [],
      ])
    #expect(steps[3]["query"] == [["shelf", "a"], ["limit", "2"]])
    #expect(steps[5]["path"] == "/books/{{book_id_2}}")
    #expect(steps[7]["pages"]?["never"] == .array(names))
  }

  @Test("a list that may be another than that of the creation is not looked at")
  func otherList() throws {
    let other = library.replacing("{type: object, required: [shelf]", with: "{type: object")
      .replacing("shelf: {type: string, enum: [a]}, ", with: "")
    let plan = try PlanOutline(other)
    #expect(plan.cases.contains { $0["id"] == "addBook/flow/made-up/book_id" })
    #expect(!plan.cases.contains { $0["id"]?.text?.contains("/pages/") ?? false })
  }

  @Test("Location leads to what is created, as its reader answers it")
  func location() throws {
    let plan = try PlanOutline(library)
    let flow = "addBook/flow/made-up/book_id/location"
    #expect(plan.steps(flow) == ["addBook -> 201", "getBook -> 200"])
    let create = plan.testCase(flow)?["steps"]?.items?.first
    #expect(create?["keep"]?.items?.last == ["variable": "$location", "from": "location"])
    #expect(plan.last(flow)?["path"] == "{{$location}}")
    #expect(plan.last(flow)?["expect"]?["equals"]?.items?.first?["pointer"] == "/book_id")
  }

  @Test("an operation says the schemes that it may challenge with")
  func schemes() throws {
    let operations = try PlanOutline(sessionShop).plan["operations"]?.items
    let schemes = operations?.map { $0["schemes"] ?? .null }
    #expect(schemes == [.null, .null, ["Bearer"]])
  }

  @Test("a problem may have members that are not declared, unless the contract refuses them")
  func extensions() throws {
    let isExtensible = { (yaml: String) throws -> Value? in
      let operation = try PlanOutline(yaml).plan["operations"]?.items?.first
      return operation?["responses"]?.items?[1]["contents"]?.items?.first?["extensible"]
    }
    #expect(try isExtensible(petShop()) == true)
    let closed = petShop().replacing(
      "Problem:\n      type: object",
      with: "Problem:\n      additionalProperties: false\n      type: object")
    #expect(try isExtensible(closed) == nil)
  }

  @Test("what draft-07 lacks is in a plan nevertheless")
  func definitions() throws {
    let schemas = SchemaJSON(
      Shapes(Contract(name: Identifier("A"), source: "a", title: "A", version: "1")),
      style: .closedWithXML)
    let rule = PatternRule(source: #"^\p{Lu}$"#, automaton: "")
    #expect(
      schemas.schema(.string(StringRules(pattern: rule, format: .duration))) == [
        "type": "string", "unicodePattern": #"^\p{Lu}$"#, "format": "duration",
      ])
    #expect(
      schemas.schema(.integer(IntegerRules(exclusiveMinimum: 3))) == [
        "type": "integer", "maximum": .number("9223372036854775807"), "exclusiveMinimum": 3,
      ])
  }
}

private let library = """
  openapi: 3.1.0
  info: {title: Library, version: '1'}
  paths:
    /books:
      post:
        operationId: addBook
        requestBody:
          required: true
          content:
            application/json:
              schema: {type: object, required: [shelf], properties: {shelf: {type: string, enum: [a]}, title: {type: string}}}
        responses:
          '201':
            description: Added.
            headers: {Location: {required: true, schema: {type: string}}}
            content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
      get:
        operationId: listBooks
        parameters:
          - {name: shelf, in: query, required: true, schema: {type: string, enum: [a]}}
          - {name: after, in: query, schema: {type: string}}
          - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
        responses:
          '200':
            description: A page.
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    books: {type: array, items: {$ref: '#/components/schemas/Book'}}
                    next: {type: string}
            links:
              next:
                operationId: listBooks
                parameters: {shelf: $request.query.shelf, after: '$response.body#/next'}
    /books/{book_id}:
      parameters: [{name: book_id, in: path, required: true, schema: {type: string}}]
      get:
        operationId: getBook
        responses:
          '200':
            description: The book.
            content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
          '404': {description: There is none.}
      delete: {operationId: deleteBook, responses: {'204': {description: Gone.}}}
  components:
    schemas:
      Book:
        type: object
        required: [book_id]
        properties: {book_id: {type: string}, title: {type: string}}
  """
