import Foundation
import Testing

@Suite("A chain of 20,000 types") struct LongChainTests {
  private static let count = 20_000

  private static var contract: String {
    let head = """
      openapi: 3.1.0
      info: {title: Chain, version: '1'}
      paths:
        /first:
          post:
            operationId: first
            requestBody:
              required: true
              content:
                application/json: {schema: {$ref: '#/components/schemas/A0'}}
                application/xml: {schema: {$ref: '#/components/schemas/A0'}}
            responses: {'204': {description: None}}
      components:
        schemas:

      """
    let types = (0..<count).map {
      "    A\($0): {type: object, properties: {n: {$ref: '#/components/schemas/A\($0 + 1)'}}}\n"
    }
    return head + types.joined() + "    A\(count): {type: string}\n"
  }

  @Test(
    "goes through every command",
    arguments: [
      ["check"], ["generate", "--layout", "sharded", "--output", "out"],
      ["docs", "--output", "out"], ["postman", "--output", "out"],
      ["contract-tests", "--output", "out"],
    ])
  func passes(arguments: [String]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "accord-chain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.contract.write(
      to: folder.appending(path: "api.yaml"), atomically: true, encoding: .utf8)
    let outcome = try Outcome.of(arguments + ["api.yaml"], in: folder)
    #expect(outcome.status == 0, "\(outcome.status) \(outcome.errors.prefix(200))")
  }
}
