import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Contract tests") struct ContractTestsTests {
  @Test("a creation is read, deleted, and then gone for whoever reads or deletes it")
  func resourceFlow() throws {
    let plan = try PlanOutline(petShop())
    #expect(plan.ids("flow") == ["addPet/flow/rex/addPet_id"])
    #expect(
      plan.steps("addPet/flow/rex/addPet_id") == [
        "addPet -> 201", "getPet -> 200", "deletePet -> 204", "getPet -> 404", "deletePet -> 404",
      ])
  }

  @Test("what is read must be what was written, and have the identifier that was answered")
  func readAfterWrite() throws {
    let plan = try PlanOutline(petShop())
    let read = plan.testCase("addPet/flow/rex/addPet_id")?["steps"]?.items?[1]
    #expect(
      read?["expect"]?["equals"] == [
        ["pointer": "/id", "value": "{{addPet_id}}"], ["pointer": "/name", "value": "Rex"],
        ["pointer": "/age", "value": 3],
      ])
    #expect(read?["path"] == "/pets/{{addPet_id}}")
  }

  @Test("each case brings the steps that prepare it")
  func preparation() throws {
    let plan = try PlanOutline(petShop())
    #expect(
      plan.steps("getPet/response/200/application/json") == ["addPet -> 201", "getPet -> 200"])
    let first = plan.testCase("getPet/response/200/application/json")?["steps"]?.items?.first
    #expect(first?["keep"] == [["variable": "addPet_id", "from": "body", "pointer": "/id"]])
  }

  @Test("an identifier that was never answered is refused")
  func unknown() throws {
    let plan = try PlanOutline(petShop())
    #expect(plan.steps("getPet/unknown/path.id") == ["getPet -> 404"])
    #expect(plan.last("getPet/unknown/path.id")?["path"] == "/pets/2147483647")
  }

  @Test("a constraint is tried on its bound and one step outside, which names the member")
  func constraints() throws {
    let plan = try PlanOutline(petShop())
    #expect(plan.steps("addPet/maxLength/name/at") == ["addPet -> 201"])
    #expect(plan.steps("addPet/maxLength/name/above") == ["addPet -> 400"])
    let above = plan.last("addPet/maxLength/name/above")
    #expect(above?["body"]?["value"]?["name"]?.text?.count == 6)
    #expect(above?["expect"]?["violation"] == "/name")
    #expect(plan.testCase("addPet/maxLength/name/above")?["rule"] == "maxLength")
  }

  @Test("a parameter in a path is probed with texts that stay in their segment")
  func pathParameter() throws {
    let plan = try PlanOutline(petShop())
    let probe = "getPet/parameter/path.id/type/string"
    #expect(plan.steps(probe) == ["getPet -> 400"])
    #expect(plan.last(probe)?["path"] == "/pets/text")
    #expect(!plan.cases.contains { $0["id"]?.text?.contains("path.id/type/null") ?? false })
  }

  @Test("a method that a path lacks is refused with those that it has")
  func methods() throws {
    let plan = try PlanOutline(petShop())
    let put = plan.last("/pets/{id}/method/PUT")
    #expect(put?["expect"] == ["status": [405], "allow": ["DELETE", "GET"]])
    #expect(put?["operation"] == .null)
    #expect(plan.testCase("/pets/{id}/method/HEAD") == nil)
    #expect(plan.testCase("/pets/method/HEAD") != nil)
  }

  @Test("an unknown path is one that no template takes")
  func unknownPath() throws {
    let plan = try PlanOutline(petShop())
    #expect(plan.last("/pets/path")?["path"] == "/pets/not-a-path/not-a-path")
  }

  @Test("a case for a dependency that is not there, or fails, says so")
  func outage() throws {
    let plan = try PlanOutline(petShop())
    #expect(
      plan.ids("outage") == [
        "getPet/outage/dependency-unavailable", "getPet/outage/dependency-failing",
      ])
    let outage = plan.testCase("getPet/outage/dependency-unavailable")
    #expect(outage?["condition"] == "dependency-unavailable")
    #expect(
      plan.steps("getPet/outage/dependency-unavailable") == ["addPet -> 201", "getPet -> 503"])
  }

  @Test("what the contract has no answer for is said, and not tested")
  func undocumented() throws {
    let plan = try PlanOutline(petShop())
    #expect(plan.unreached == ["addPet 406", "addPet 413", "addPet 415"])
    #expect(plan.ids("media-type") == ["addPet/media-type/utf-8"])
  }

  @Test("a status that nothing leads to is said with its place")
  func unreached() throws {
    let yaml = petShop(
      """
      /teapot:
        get:
          operationId: brew
          responses:
            '204': {description: Tea.}
            '418': {$ref: '#/components/responses/Wrong'}
      """)
    let plan = try PlanOutline(yaml)
    #expect(plan.unreached.last == "brew 418")
    let entry = plan.plan["unreached"]?.items?.last
    #expect(entry?["why"] == "nothing in the contract says which request is answered 418")
    #expect(entry?["place"]?.text?.hasPrefix("shop.yaml:") == true)
  }

  @Test("what brings its identifier along is created under one of its own, and once")
  func conflict() throws {
    let yaml = petShop(
      """
      /tags:
        post:
          operationId: addTag
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {uuid: {type: string}}}
                example: {uuid: 9b235bcb-0d10-415f-ab9f-9ce23da2a119}
          responses: {'204': {description: Added.}, '409': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    #expect(plan.steps("addTag/conflict") == ["addTag -> 204", "addTag -> 409"])
    #expect(plan.last("addTag/conflict")?["body"]?["value"] == ["uuid": "{{$guid}}"])
  }

  @Test("a body in XML comes with its schema, and what XML calls its members")
  func xml() throws {
    let yaml = petShop(
      """
      /boxes:
        post:
          operationId: addBox
          requestBody:
            content:
              application/xml:
                schema:
                  type: object
                  xml: {name: box}
                  properties:
                    size: {type: integer, xml: {attribute: true}}
                    pets: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: pet}}}
                example: {size: 1, pets: [Rex]}
          responses: {'204': {description: Added.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    let body = plan.last("addBox/response/204")?["body"]
    #expect(body?["root"] == "box")
    #expect(body?["schema"] == ["$ref": "#/definitions/AddBox.Body"])
    let schema = plan.plan["definitions"]?["AddBox.Body"]
    #expect(schema?["additionalProperties"] == false)
    let size = schema?["properties"]?["size"]
    #expect(size?["type"] == "integer" && size?["xml"] == ["attribute": true])
    #expect(
      schema?["properties"]?["pets"] == [
        "type": "array", "items": ["type": "string", "xml": ["name": "pet"]],
        "xml": ["wrapped": true],
      ])
    #expect(plan.ids("constraint").allSatisfy { !$0.hasPrefix("addBox/type/") })
  }

  @Test("what is missing, and one bound, is tried in XML too")
  func probesInXML() throws {
    let yaml = petShop(
      """
      /boxes:
        post:
          operationId: addBox
          requestBody:
            content:
              application/json: {schema: {$ref: '#/components/schemas/NewPet'}}
              application/xml: {schema: {$ref: '#/components/schemas/NewPet'}}
          responses: {'204': {description: Added.}, '400': {$ref: '#/components/responses/Wrong'}}
      """)
    let plan = try PlanOutline(yaml)
    let ids = plan.cases.compactMap { $0["id"]?.text }
    #expect(
      ids.filter {
        $0.hasPrefix("addBox/") && $0.hasSuffix("application/xml") && $0.contains("name")
      }
        == [
          "addBox/required/name/missing/application/xml",
          "addBox/maxLength/name/at/application/xml", "addBox/maxLength/name/above/application/xml",
        ])
    #expect(plan.last("addBox/required/name/missing/application/xml")?["body"]?["form"] == "xml")
  }

  @Test("a malformed body is text as it is, made from the example")
  func malformed() throws {
    let plan = try PlanOutline(petShop())
    let body = plan.last("addPet/malformed/application/json/duplicate")?["body"]
    #expect(
      body == [
        "mediaType": "application/json", "form": "text",
        "text": "{\n  \"name\": \"Rex\",\n  \"age\": 3,\n  \"name\": \"Rex\"\n}",
      ])
  }

  @Test("a plan is called like its contract's file, or like the contract where that is another")
  func names() {
    let paths = [(Identifier("User"), "spec/user.yaml"), (Identifier("Pets"), "API/openapi.yaml")]
    let files = paths.flatMap { name, source in
      ContractTestsEmitter().files(
        for: Contract(name: name, source: source, title: "A", version: "1"))
    }
    #expect(files.map(\.path) == ["user.contract-tests.json", "pets.contract-tests.json"])
  }

  @Test("identifiers are each one case's")
  func identifiers() throws {
    for yaml in [petShop(), sessionShop] {
      let ids = try PlanOutline(yaml).cases.compactMap { $0["id"]?.text }
      #expect(Set(ids).count == ids.count)
    }
  }
}
