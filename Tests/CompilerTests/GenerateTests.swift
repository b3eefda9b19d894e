import Foundation
import Testing

@Suite("accord generate") struct GenerateTests {
  private func generate(_ folder: URL, _ more: String...) throws -> Outcome {
    try Outcome.of(
      ["generate", "spec/user.yaml", "--output", "out", "--name", "User"] + more, in: folder)
  }

  private func dates(of folder: URL) throws -> [String: Date?] {
    var dates: [String: Date?] = [:]
    for path in try contents(of: folder).keys {
      let values = try folder.appending(path: path)
        .resourceValues(forKeys: [.contentModificationDateKey])
      dates[path] = values.contentModificationDate
    }
    return dates
  }

  @Test("a second run writes the same bytes and touches no file")
  func idempotent() throws {
    try withSpec { folder in
      let out = folder.appending(path: "out")
      #expect(try generate(folder).status == 0)
      let (bytes, written) = try (contents(of: out), dates(of: out))
      #expect(bytes.count > 20)
      Thread.sleep(forTimeInterval: 0.05)
      #expect(try generate(folder).status == 0)
      #expect(try contents(of: out) == bytes)
      #expect(try dates(of: out) == written)
    }
  }

  @Test("the place of the contract does not show in the output")
  func place() throws {
    try withSpec { folder in
      #expect(try generate(folder).status == 0)
      let other = folder.appending(path: "deeper/still").path
      let outcome = try Outcome.of([
        "generate", folder.path + "/spec/user.yaml", "--root", folder.path, "--output", other,
        "--name", "User",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        try contents(of: folder.appending(path: "out")) == contents(of: URL(filePath: other)))
    }
  }

  @Test("what no longer is in the contract is removed, and what people wrote is not")
  func stale() throws {
    try withSpec { folder in
      let out = folder.appending(path: "out")
      #expect(try generate(folder).status == 0)
      let before = try contents(of: out)
      try Data("// Mine.\n".utf8).write(to: out.appending(path: "Operations/Mine.swift"))
      try Data("mine\n".utf8).write(to: out.appending(path: "notes.txt"))
      try edit(
        folder.appending(path: "spec/user.yaml"), "operationId: getIndex\n",
        "operationId: getPage\n")
      let outcome = try generate(folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let after = try contents(of: out)
      let expected = Set(before.keys).subtracting(["Operations/GetIndex.swift"])
        .union(["Operations/GetPage.swift", "Operations/Mine.swift", "notes.txt"])
      #expect(Set(after.keys) == expected)
    }
  }

  @Test("what other runs wrote is not removed: relays, other contracts, folders further down")
  func neighbours() throws {
    try withSpec { folder in
      for arguments in [
        ["relay", "spec/user.yaml", "--output", "out/UserRelay.swift", "--module", "UserAPI"],
        ["generate", "spec/music.yaml", "--output", "out"],
        ["generate", "spec/user.yaml", "--output", "out/Below/Models"],
      ] {
        #expect(try Outcome.of(arguments, in: folder).status == 0)
      }
      let out = folder.appending(path: "out")
      let before = try contents(of: out)
      #expect(try generate(folder).status == 0)
      let shared = try Set(contents(of: out).keys).subtracting(before.keys)
      #expect(!shared.isEmpty)
      #expect(try Set(before.keys).isSubset(of: contents(of: out).keys))
    }
  }

  @Test("another layout takes the place of the one before")
  func layouts() throws {
    try withSpec { folder in
      let out = folder.appending(path: "out")
      #expect(try generate(folder).status == 0)
      let readable = try Set(contents(of: out).keys)
      #expect(try generate(folder, "--layout", "sharded").status == 0)
      #expect(try Set(contents(of: out).keys) == pluginOutputs())
      #expect(try generate(folder).status == 0)
      #expect(try Set(contents(of: out).keys) == readable)
    }
  }

  @Test("a contract with an error leaves the output as it is")
  func errorWritesNothing() throws {
    try withSpec { folder in
      let contract = folder.appending(path: "spec/user.yaml")
      try edit(contract, "operationId: getIndex\n", "operationId: login\n")
      let outcome = try generate(folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(#/^spec/user\.yaml:\d+:\d+: error: /#))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }

  @Test("a folder that cannot be written to is an error")
  func unwritable() throws {
    try withSpec { folder in
      try Data().write(to: folder.appending(path: "out"))
      let outcome = try generate(folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("error: cannot write to "), "\(outcome.errors)")
    }
  }

  @Test(
    "the sharded layout is the files that the plugin declares",
    arguments: ["spec/user.yaml", "Tests/Fixtures/TortureAPI/openapi.yaml"])
  func sharded(contract: String) throws {
    try withSpec { folder in
      let out = folder.appending(path: "out")
      let outcome = try Outcome.of([
        "generate", contract, "--output", out.path, "--layout", "sharded",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try Set(contents(of: out).keys) == pluginOutputs())
    }
  }

  /// What the plugin's source declares: names in quotes, of which those with an index count up.
  private func pluginOutputs() throws -> Set<String> {
    let file = root.appending(path: "Plugins/AccordBuild/Plugin.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "private let generatedFiles"))
    let list = text[start.upperBound...]
    var names = Set(list.matches(of: /"(\w+\.swift)"/).map { String($0.1) })
    for match in list.matches(of: /\(0\.\.<(\d+)\)\.map \{ "(\w+)\\\(\$0\)\.swift" \}/) {
      for index in 0..<(try #require(Int(match.1))) { names.insert("\(match.2)\(index).swift") }
    }
    try #require(names.count > 10)
    return names
  }
}
