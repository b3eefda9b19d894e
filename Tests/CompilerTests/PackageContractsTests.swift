import Foundation
import Testing

/// What the plugin `AccordCommand` relies on; the plugin itself is run in PluginTests.
@Suite("Contracts of a package") struct PackageContractsTests {
  @Test(
    "are named as their targets are, whatever their files are called",
    arguments: [
      ("contract-tests", ["one.contract-tests.json", "two.contract-tests.json"]),
      (
        "postman",
        [
          "One.127.0.0.1-8080.postman_environment.json", "One.postman_collection.json",
          "Two.127.0.0.1-8080.postman_environment.json", "Two.postman_collection.json",
        ]
      ),
    ])
  func names(command: String, files: [String]) throws {
    try withSpec { folder in
      let contract = root.appending(path: "Examples/petstore/Sources/PetstoreAPI/openapi.yaml")
      for target in ["OneAPI", "TwoAPI"] {
        let copy = folder.appending(path: target)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: contract, to: copy.appending(path: "openapi.yaml"))
      }
      let contracts = "One=OneAPI/openapi.yaml\nTwo=TwoAPI/openapi.yaml"
      let outcome = try Outcome.of(
        [command], in: folder, with: ["ACCORD_PACKAGE_CONTRACTS": contracts])
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      #expect(try contents(of: folder.appending(path: command)).keys.sorted() == files)
    }
  }

  @Test("are taken once where several targets share one")
  func shared() throws {
    try withSpec { folder in
      let contracts = "One=spec/user.yaml\nTwo=spec/user.yaml"
      let outcome = try Outcome.of(
        ["docs"], in: folder, with: ["ACCORD_PACKAGE_CONTRACTS": contracts])
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      #expect(try contents(of: folder.appending(path: "docs")).keys.sorted() == ["one.md"])
    }
  }

  @Test("are none where no target has one, which is an error")
  func none() throws {
    let outcome = try Outcome.of(["check"], with: ["ACCORD_PACKAGE_CONTRACTS": ""])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix("Error: No target of the package has an accord.json"),
      "\(outcome.errors)")
  }
}
