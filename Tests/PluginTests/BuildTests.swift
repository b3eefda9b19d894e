import Foundation
import Testing

private let contract = "Sources/ShopAPI/openapi.yaml"

extension PluginTests {
  @Suite("AccordBuild") struct BuildTests {
    private let shop: UserPackage

    init() throws {
      shop = try .shop()
    }

    @Test("an unchanged contract regenerates nothing and recompiles nothing")
    func unchangedContract() async throws {
      let first = try await shop.settle("Shop")
      try #require(first.isComplete, "\(first.output)")
      let files = try shop.generatedFiles()
      #expect(files.count == 20)

      let second = try await shop.build("Shop")
      #expect(second.isComplete)
      #expect(!second.output.contains("Accord: compile"))
      #expect(!second.compiled("ShopAPI") && !second.compiled("Shop"), "\(second.output)")
      #expect(try shop.generatedFiles() == files)
    }

    @Test("a contract that was saved without a change recompiles nothing")
    func savedContract() async throws {
      let first = try await shop.settle("Shop")
      try #require(first.isComplete, "\(first.output)")
      let files = try shop.generatedFiles()

      try shop.touch(contract)
      let second = try await shop.build("Shop")
      #expect(second.isComplete)
      #expect(!second.compiled("ShopAPI") && !second.compiled("Shop"), "\(second.output)")
      #expect(try shop.generatedFiles() == files)
    }

    @Test("an edit of the contract is in the API with the next build, and only its files change")
    func editedContract() async throws {
      let first = try await shop.settle("Shop")
      try #require(first.isComplete, "\(first.output)")
      let files = try shop.generatedFiles()

      try shop.edit(contract, "required: [name]", "required: [name, price]")
      let second = try await shop.build("Shop")
      #expect(!second.isComplete)
      #expect(second.output.contains("Sources/Shop/Shop.swift:5"))
      #expect(second.output.contains("error: missing argument for parameter 'price' in call"))
      let changed = try shop.generatedFiles().filter { files[$0.key] != $0.value }.keys.sorted()
      #expect(changed.count == 1, "\(changed)")

      try shop.edit("Sources/Shop/Shop.swift", "name: \"Tea\"", "name: \"Tea\", price: 3")
      let third = try await shop.build("Shop")
      #expect(third.isComplete, "\(third.output)")
    }

    @Test("every error of a contract stops the build, each where it stands")
    func brokenContract() async throws {
      try shop.edit(contract, "minLength", "minLenght")
      try shop.edit(contract, "type: integer", "type: number, minimum: many")
      try shop.edit(contract, "schemas/Article", "schemas/Artikel")
      let build = try await shop.settle("Shop")
      #expect(!build.isComplete)
      #expect(
        build.contractErrors == [
          "\(contract):15:23: error: '#/components/schemas/Artikel' leads nowhere: "
            + "'/components/schemas' has no 'Artikel'; did you mean 'Article'?",
          "\(contract):22:30: error: 'minLenght' is not a schema keyword; "
            + "did you mean 'minLength'?",
          "\(contract):23:40: error: 'minimum' must be a number, not a string",
        ])
    }
  }
}
