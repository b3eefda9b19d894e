import AccordDocument
import AccordModel
import AccordYAML

@testable import AccordEmitters

/// A plan as tests read it.
struct PlanOutline {
  let plan: Value

  /// - Parameter others: contracts beside the first in their order, a name and YAML each
  init(
    _ yaml: String, named name: String = "shop", beside others: KeyValuePairs<String, String> = [:]
  ) throws {
    let beside = try others.map { try Self.contract($0.value, named: $0.key) }
    let contract = try Self.contract(yaml, named: name)
    plan = Plan(service: Service(contract, beside: beside)).value
  }

  private static func contract(_ yaml: String, named name: String) throws -> Contract {
    let set = try DocumentLoader.load("\(name).yaml") { _ in Array(yaml.utf8) }
    return Lowering.lower(try ValidatedDocument(checking: set), named: name)
  }

  var cases: [Value] { plan["cases"]?.items ?? [] }

  /// The identifiers of the cases of a kind, in order.
  func ids(_ kind: String) -> [String] {
    cases.filter { $0["kind"] == .string(kind) }.compactMap { $0["id"]?.text }
  }

  func testCase(_ id: String) -> Value? { cases.first { $0["id"] == .string(id) } }

  /// The steps of a case, a line each: `createUser -> 201`; with `?` where nobody can tell.
  func steps(_ id: String) -> [String] {
    (testCase(id)?["steps"]?.items ?? []).map { step in
      let request =
        step["operation"]?.text ?? "\(step["method"]?.text ?? "") \(step["path"]?.text ?? "")"
      return "\(request) -> \(expectation(step))"
    }
  }

  func last(_ id: String) -> Value? { testCase(id)?["steps"]?.items?.last }

  private func expectation(_ step: Value) -> String {
    let statuses = (step["expect"]?["status"]?.items ?? []).map(\.plainText)
    return statuses.joined(separator: " or ") + (step["expect"]?["open"] == true ? "?" : "")
  }

  /// Statuses of an operation that no case reaches, or that something of is not tested, and why.
  func reasons(_ operation: String) -> [String] {
    (plan["unreached"]?.items ?? []).filter { $0["operation"] == .string(operation) }.map {
      "\($0["status"]?.plainText ?? ""): \($0["why"]?.text ?? "")"
    }
  }

  /// What no case reaches: `listPets 406`.
  var unreached: [String] {
    (plan["unreached"]?.items ?? []).map { entry in
      "\(entry["operation"]?.text ?? "") \(entry["status"]?.plainText ?? "")"
    }
  }
}

/// A shop of pets; `extra` stands among the paths.
func petShop(_ extra: String = "") -> String {
  let further = extra.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  return [petPaths, further, petComponents].joined(separator: "\n")
}

private let petPaths = """
  openapi: 3.1.0
  info: {title: Shop, version: '1'}
  paths:
    /pets:
      post:
        operationId: addPet
        requestBody:
          required: true
          content:
            application/json:
              schema: {$ref: '#/components/schemas/NewPet'}
              examples: {rex: {value: {name: Rex, age: 3}}}
        responses:
          '201':
            description: Added.
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Pet'}
          '400': {$ref: '#/components/responses/Wrong'}
    /pets/{id}:
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      get:
        operationId: getPet
        responses:
          '200':
            description: The pet.
            content:
              application/json:
                schema: {$ref: '#/components/schemas/Pet'}
          '400': {$ref: '#/components/responses/Wrong'}
          '404': {$ref: '#/components/responses/Wrong'}
          '406': {$ref: '#/components/responses/Wrong'}
          '503': {$ref: '#/components/responses/Wrong'}
      delete:
        operationId: deletePet
        responses:
          '204': {description: Gone.}
          '400': {$ref: '#/components/responses/Wrong'}
          '404': {$ref: '#/components/responses/Wrong'}
  """

private let petComponents = """
  components:
    responses:
      Wrong:
        description: It is wrong.
        content:
          application/problem+json:
            schema: {$ref: '#/components/schemas/Problem'}
    schemas:
      Problem:
        type: object
        properties:
          violations:
            type: array
            items: {type: object, properties: {pointer: {type: string}}}
      NewPet:
        type: object
        required: [name]
        additionalProperties: false
        properties:
          name: {type: string, maxLength: 5}
          age: {type: integer, minimum: 0}
      Pet:
        type: object
        required: [id, name]
        properties:
          id: {type: integer}
          name: {type: string}
          age: {type: integer}
  """
