import AccordModel
import Testing

@testable import AccordEmitters

/// Where a contract does not say enough, a plan claims no more than it does.
@Suite("Contract tests of what is doubtful") struct DoubtfulPlanTests {
  @Test("a path's parameter without an example and without a source succeeds for nobody")
  func guessed() throws {
    let yaml = petShop(
      """
      /toys/{toy}:
        get:
          operationId: getToy
          parameters: [{name: toy, in: path, required: true, schema: {type: string}}]
          responses: {'204': {description: There.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    #expect(plan.steps("getToy/response/204") == ["getToy -> 204?"])
    #expect(plan.unreached.contains("getToy 204"))
  }

  @Test("where no valid body is known, only refusals are tested")
  func unknownValue() throws {
    let yaml = petShop(
      """
      /codes:
        post:
          operationId: addCode
          requestBody:
            content: {application/json: {schema: {type: string, pattern: '^a+$', minLength: 300000}}}
          responses: {'204': {description: Added.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    let steps = plan.cases.filter { $0["operation"] == "addCode" }
      .compactMap { $0["id"]?.text.map(plan.steps)?.last }
    #expect(Set(steps) == ["addCode -> 400"])
    #expect(plan.unreached.contains("addCode 204"))
  }

  @Test("a creation whose contract does not say what may be there once is not tried twice")
  func noConflict() throws {
    let yaml = petShop(
      """
      /tags:
        post:
          operationId: addTag
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {colour: {type: string}}}
                example: {colour: red}
          responses: {'204': {description: Added.}, '409': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    #expect(plan.testCase("addTag/conflict") == nil)
    #expect(plan.unreached.contains("addTag 409"))
  }

  @Test("what is below a resource is not the resource: its deletion leaves that as it is")
  func deletionBelow() throws {
    let yaml = petShop(
      """
      /toys:
        post:
          operationId: addToy
          responses:
            '201':
              description: Added.
              content:
                application/json:
                  schema: {type: object, required: [toy_id], properties: {toy_id: {type: string}}}
      /toys/{toy_id}:
        parameters: [{name: toy_id, in: path, required: true, schema: {type: string}}]
        get: {operationId: getToy, responses: {'204': {description: There.}}}
      /toys/{toy_id}/tags:
        parameters: [{name: toy_id, in: path, required: true, schema: {type: string}}]
        get: {operationId: getTags, responses: {'204': {description: There.}}}
        delete: {operationId: deleteTags, responses: {'204': {description: Gone.}}}
      """)
    let plan = try PlanOutline(yaml)
    #expect(
      plan.steps("addToy/flow/no-body/toy_id") == ["addToy -> 201", "getToy -> 204"])
  }

  @Test("a request larger than servers read is not sent, on its bound or beyond")
  func large() throws {
    let yaml = petShop(
      """
      /notes:
        post:
          operationId: addNote
          parameters: [{name: q, in: query, schema: {type: string, maxLength: 60000}}]
          requestBody:
            content:
              application/json:
                schema:
                  type: array
                  maxItems: 4000
                  items: {type: string, minLength: 200, maxLength: 300}
          responses: {'204': {description: Added.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    let ids = plan.cases.compactMap { $0["id"]?.text }
    #expect(ids.contains("addNote/maxLength/0/at"))
    #expect(!ids.contains { $0.contains("maxItems") || $0.contains("query.q/maxLength") })
    let reasons = plan.reasons("addNote").filter { $0.contains("not sent") }
    #expect(reasons[0].hasPrefix("204: the body with 4000 items is not sent: servers need not"))
    #expect(reasons[1].hasPrefix("400: the body with 4001 items, more than 4000 is not sent"))
    #expect(reasons[2].hasPrefix("204: q exactly 60000 characters long is not sent"))
  }

  @Test("what a path cannot have is said, and not sent")
  func segments() throws {
    let yaml = petShop(
      """
      /toys/{toy}:
        get:
          operationId: getToy
          parameters:
            - {name: toy, in: path, required: true, example: a, schema: {type: string, minLength: 1}}
            - {name: tags, in: query, schema: {type: array, minItems: 1, items: {type: string}}}
          responses: {'204': {description: There.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    #expect(plan.testCase("getToy/parameter/path.toy/minLength/below") == nil)
    let reasons = plan.reasons("getToy")
    #expect(reasons.contains { $0.hasPrefix("400: toy ") && $0.contains("an empty segment") })
    #expect(reasons.contains { $0.hasPrefix("400: tags ") && $0.contains("no form for it") })
  }

  @Test("a text of the contract that looks like a variable is none")
  func braces() throws {
    let yaml = petShop(
      """
      /modes:
        post:
          operationId: addMode
          parameters:
            - {name: X, in: header, schema: {type: string, enum: [b, '{{age}}']}}
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {mode: {type: string, enum: [a, '{{id}}']}}}
          responses: {'204': {description: There.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    let text = Value.array(plan.cases).jsonText
    #expect(text.contains(#""mode": "a""#) && !text.contains(#""mode": "{{id}}""#))
    #expect(!text.contains("{{age}}"))
    let unsent = plan.reasons("addMode").filter { $0.contains("looks like a variable") }
    #expect(unsent.count == 2)
  }
}
