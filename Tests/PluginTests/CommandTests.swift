import Foundation
import Testing

private let contract = "Sources/PetstoreAPI/openapi.yaml"

extension PluginTests {
  /// The commands of the README's package of one's own, in a copy of it.
  @Suite("swift package accord") struct CommandTests {
    private let petstore: UserPackage

    init() throws {
      petstore = try .petstore()
    }

    @Test("writes what the compiler writes, named as the code of the target is")
    func postman() async throws {
      try await petstore.withFolders("postman", "expected") {
        let run = try await petstore.accord("postman")
        try #require(run.isComplete, "\(run.output)")
        try petstore.compile("postman", contract, "--name", "Petstore", "--output", "expected")
        let files = try petstore.files(in: "postman")
        #expect(
          files.keys.sorted() == [
            "Petstore.127.0.0.1-8080.postman_environment.json", "Petstore.postman_collection.json",
          ])
        #expect(try files == petstore.files(in: "expected"))
      }
    }

    @Test("takes files and options as the compiler does, relative to the package")
    func cloudFormation() async throws {
      try await petstore.withFolders("deploy", "expected") {
        let run = try await petstore.accord(
          "cloudformation", contract, "--output", "deploy/tables.json")
        try #require(run.isComplete, "\(run.output)")
        try petstore.compile("cloudformation", contract, "--output", "expected/tables.json")
        let files = try petstore.files(in: "deploy")
        #expect(files.keys.sorted() == ["tables.json"])
        #expect(try files == petstore.files(in: "expected"))
      }
    }

    @Test("a mistake in the contract stops the build, and the check, where it stands")
    func mistake() async throws {
      try petstore.edit(contract, "minLength", "minLenght")
      let error =
        "\(contract):127:30: error: 'minLenght' is not a schema keyword; did you mean 'minLength'?"
      let build = try await petstore.build("PetstoreAPI", anew: true)
      #expect(!build.isComplete && build.contractErrors == [error], "\(build.output)")
      let check = try await petstore.accord("check")
      #expect(!check.isComplete && check.contractErrors == [error], "\(check.output)")
    }

    @Test("works on Accord's own contracts, and on those of one target")
    func ownContracts() async throws {
      let accord = UserPackage.accord
      let output = ".build/plugin-tests/postman"
      try await accord.withFolders(output) {
        let run = try await accord.accord("postman", "--target", "UserAPI", "--output", output)
        try #require(run.isComplete, "\(run.output)")
        #expect(
          try accord.files(in: output).keys.sorted() == [
            "User.localhost-30000.postman_environment.json", "User.postman_collection.json",
          ])
      }
    }
  }
}
