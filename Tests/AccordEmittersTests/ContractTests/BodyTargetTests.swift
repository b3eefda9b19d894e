import AccordModel
import Testing

@testable import AccordEmitters

/// Bodies of several alternatives that belong to different objects.
@Suite("Contract tests of alternatives") struct BodyTargetTests {
  @Test("an alternative is sent to what was created with its members, and must succeed")
  func aimed() throws {
    let plan = try PlanOutline(shelf)
    let probe = "change/maxLength/title/book-at"
    #expect(plan.steps(probe) == ["add -> 201", "change -> 204"])
    #expect(plan.last(probe)?["query"] == [["kind", "book"], ["key", "{{book_id}}"]])
    let first = plan.testCase(probe)?["steps"]?.items?.first
    #expect(first?["body"]?["value"]?["kind"] == "book")
    #expect(first?["keep"] == [["variable": "book_id", "from": "body", "pointer": "/book_id"]])
    #expect(plan.last("change/maxLength/name/toy-at")?["query"]?.items?.first == ["kind", "toy"])
  }

  @Test("one alternative for what was created as another does not fit")
  func misfit() throws {
    let plan = try PlanOutline(shelf)
    let misfit = "change/conflict/book-for-toy"
    #expect(plan.steps(misfit) == ["add -> 201", "change -> 409"])
    #expect(plan.last(misfit)?["query"]?.items?.first == ["kind", "toy"])
    #expect(plan.last(misfit)?["body"]?["value"]?["title"] != nil)
    #expect(!plan.unreached.contains("change 409"))
  }

  @Test("an alternative that no link tells of may fit or not")
  func lost() throws {
    let yaml = shelf.replacing(
      "oneOf: [{$ref: '#/components/schemas/ToyChange'}",
      with: """
        oneOf: [{$ref: '#/components/schemas/BoxChange'}, {$ref: '#/components/schemas/ToyChange'}
        """)
    let plan = try PlanOutline(yaml)
    #expect(plan.steps("change/maxLength/size/box-at").last == "change -> 204 or 404 or 409?")
    #expect(plan.steps("change/maxLength/title/book-at").last == "change -> 204")
  }

  @Test("what is probed and names something may not be there")
  func identifiers() throws {
    let plan = try PlanOutline(shelf)
    #expect(
      plan.steps("change/parameter/query.key/maxLength/at").last == "change -> 204 or 404 or 409?")
    #expect(plan.steps("add/maxLength/title/book-at") == ["add -> 201"])
  }
}

private let shelf = """
  openapi: 3.1.0
  info: {title: Shelf, version: '1'}
  paths:
    /things:
      post:
        operationId: add
        requestBody:
          required: true
          content:
            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
        responses:
          '201':
            description: Added.
            content:
              application/json:
                schema:
                  type: object
                  properties: {toy_id: {type: string}, book_id: {type: string}}
            links:
              changeToy:
                {operationId: change, parameters: {kind: toy, key: '$response.body#/toy_id'}}
              changeBook:
                {operationId: change, parameters: {kind: book, key: '$response.body#/book_id'}}
      put:
        operationId: change
        parameters:
          - {name: kind, in: query, required: true, schema: {type: string, enum: [toy, book]}}
          - {name: key, in: query, required: true, schema: {type: string, maxLength: 40}}
        requestBody:
          required: true
          content:
            application/json: {schema: {$ref: '#/components/schemas/Change'}}
        responses:
          '204': {description: Changed.}
          '404': {description: It is not there.}
          '409': {description: It is something else.}
  components:
    schemas:
      Thing:
        oneOf: [{$ref: '#/components/schemas/Toy'}, {$ref: '#/components/schemas/Book'}]
      Toy:
        type: object
        required: [kind, name]
        properties: {kind: {const: toy, type: string}, name: {type: string}}
      Book:
        type: object
        required: [kind, title]
        properties: {kind: {const: book, type: string}, title: {type: string, maxLength: 9}}
      Change:
        oneOf: [{$ref: '#/components/schemas/ToyChange'}, {$ref: '#/components/schemas/BookChange'}]
      ToyChange:
        type: object
        additionalProperties: false
        required: [name]
        properties: {name: {type: string, maxLength: 9}}
      BookChange:
        type: object
        additionalProperties: false
        required: [title]
        properties: {title: {type: string, maxLength: 9}}
      BoxChange:
        type: object
        additionalProperties: false
        required: [size]
        properties: {size: {type: string, maxLength: 9}}
  """
