import Foundation
import Testing

@Suite("What Postman's requests take from each other") struct PostmanChainTests {
  private func scenario(_ contract: String, _ name: String) throws -> [PostmanExport.Item] {
    try PostmanExport(contract).items(name).filter { $0.name.hasPrefix("Scenario/") }
  }

  private func names(_ items: [PostmanExport.Item]) -> [String] {
    items.map { String($0.name.dropFirst("Scenario/".count)) }
  }

  /// Whether the request's script has the statement among what it runs when all went well.
  private func forgets(_ item: PostmanExport.Item, _ statement: String) -> Bool {
    let parts = item.test.components(separatedBy: "no use any more")
    return parts.count == 2
      && parts[1].components(separatedBy: "out of date")[0].contains(statement)
  }

  @Test("an identifier comes from the nearest operation that answers one")
  func nearest() throws {
    let export = try PostmanExport("shop")
    let value = { (name: String) in
      try export.item("Other operations/\(name)", of: "Shop").variable("id")
    }
    #expect(try value("getUser") == "{{createUser_id}}")
    #expect(try value("getOrder") == "{{createOrder_id}}")
    #expect(try value("getLine") == "{{createOrder_id}}")
  }

  @Test("an operation beside others leaves their variables as they are, before them or behind")
  func names() throws {
    let contract = root.appending(path: "Examples/petstore/Sources/PetstoreAPI/openapi.yaml")
    let pets = try String(contentsOf: contract, encoding: .utf8)
    let owners = """
        /owners:
          post:
            operationId: addOwner
            responses:
              '201':
                description: The owner.
                content:
                  application/json:
                    schema: {type: object, required: [id], properties: {id: {type: string}}}
        /owners/{id}:
          get:
            operationId: getOwner
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {'204': {description: There.}}

      """
    // The scenario's first request empties all variables.
    let before = try PostmanExport(text: pets, name: "Pets").items("Pets")
      .filter { !$0.before.contains("A new scenario") }.map(\.shown)
    for place in ["  /pets:\n", "components:\n"] {
      let text = pets.replacingOccurrences(of: "\n" + place, with: "\n" + owners + place)
      let export = try PostmanExport(text: text, name: "Pets")
      #expect(Set(before).isSubset(of: try export.items("Pets").map(\.shown)), "\(place)")
      let owner = try export.item("Other operations/getOwner", of: "Pets")
      #expect(owner.variable("id") == "{{addOwner_id}}")
    }
  }

  @Test("an identifier comes from what makes such things; else people set it")
  func makers() throws {
    let export = try PostmanExport("nested")
    let visit = try export.item("Other operations/getPet", of: "Nested")
    #expect(visit.variable("id") == "{{addOwner_id}}")
    #expect(visit.variable("petId") == "{{addPet_id}}")
    #expect(visit.before.contains("{{baseUrl}}/pets"))
    #expect(
      try export.item("Other operations/getCity", of: "Nested").variable("city_id")
        == "{{addCity_id}}")
    let store = try export.item("Other operations/getStore", of: "Nested")
    #expect(store.variable("storeId") == "{{storeId}}")
    #expect(store.described("storeId").contains("put one that is there into the variable"))
    let variable = try #require(try export.variables(of: "Nested")["storeId"])
    #expect(variable.value.isEmpty && variable.description.contains("put in one that is there"))
    #expect(
      try export.item("Other operations/putNote", of: "Nested").variable("note_id")?
        .hasPrefix("{{") == false)
  }

  @Test("a parameter that is no identifier is filled from its own path only")
  func unrelated() throws {
    let item = try PostmanExport("shop").item("Other operations/getReport", of: "Shop")
    #expect(item.variable("year") == "2005")
  }

  @Test("a deletion forgets what it deletes and all below, and not what that belongs to")
  func deletion() throws {
    let steps = try scenario("shop", "Shop")
    #expect(
      names(steps).suffix(6) == [
        "deleteLine", "getLine: it is gone", "deleteOrder", "getOrder: it is gone", "deleteUser",
        "getUser: it is gone",
      ])
    let clears = { (variable: String, index: Int) in
      forgets(steps[steps.count - index], "collectionVariables.set(\"\(variable)\", \"\")")
    }
    #expect(clears("line_id", 5) && !clears("createOrder_id", 5))
    #expect(clears("createOrder_id", 3) && clears("line_id", 3))
    #expect(!clears("createOrder_id", 1))
  }

  @Test("what logs off with the credential itself goes last, and the credential is forgotten")
  func logOff() throws {
    let steps = try scenario("session", "Session")
    #expect(
      names(steps) == ["login", "createNote", "deleteNote", "logout", "endSession"])
    for step in steps.suffix(2) {
      #expect(forgets(step, "environment.set(\"token\", \"\")"))
    }
  }

  @Test("a step before a request has its own credential, whichever scheme it is of")
  func stepCredential() throws {
    let item = try PostmanExport("schemes").item("Other operations/getThing", of: "Schemes")
    #expect(item.before.contains("Bearer {{adminTokenToken}}"))
  }
}
