import Foundation
import Testing

@Suite("accord relay") struct RelayTests {
  static let kept = [
    ("spec/user.yaml", "User", "Tests/ContractRelay"),
    ("spec/music.yaml", "Music", "Tests/ContractRelay"),
    ("spec/datastore.yaml", "Datastore", "Tests/ContractRelay"),
    ("Tests/Fixtures/TortureAPI/openapi.yaml", "Torture", "Tests/GeneratedTests"),
  ]

  @Test("a relay of the tests is what the compiler writes now, twice", arguments: kept)
  func snapshot(contract: String, name: String, folder: String) throws {
    let kept = root.appending(path: "\(folder)/Snapshot/\(name)Relay.swift")
    try withSpec { scratch in
      let file = scratch.appending(path: "out/\(name)Relay.swift")
      for _ in 0..<2 {
        let outcome = try Outcome.of([
          "relay", contract, "--output", file.path, "--module", "\(name)API", "--name", name,
        ])
        #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
        let now = try Data(contentsOf: file)
        let isCurrent = now == (try? Data(contentsOf: kept))
        #expect(isCurrent, "\(name)Relay.swift is out of date: run `make generate`")
        if !isCurrent, ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
          try now.write(to: kept)
        }
      }
    }
  }

  @Test("what is no module's name is refused", arguments: ["User API", "1", "", "a.b", "_"])
  func module(name: String) throws {
    try withSpec { folder in
      let outcome = try Outcome.of(
        ["relay", "spec/user.yaml", "--output", "out/R.swift", "--module", name], in: folder)
      #expect(outcome.status == 64)
      #expect(
        outcome.errors.hasPrefix("Error: '\(name)' is not the name of a module"),
        "\(outcome.errors)")
      #expect(try contents(of: folder)["out/R.swift"] == nil)
    }
  }

  @Test("a contract without operations has no relay, and says so")
  func noOperations() throws {
    try withSpec { folder in
      let outcome = try Outcome.of(
        ["relay", "spec/common.yaml", "--output", "out/R.swift", "--module", "API"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "error: spec/common.yaml has no operation to pass on\n")
      #expect(try contents(of: folder)["out/R.swift"] == nil)
    }
  }
}
