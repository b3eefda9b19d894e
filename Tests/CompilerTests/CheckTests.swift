import Foundation
import Testing

@Suite("accord check") struct CheckTests {
  @Test("the contracts in spec are silently found good")
  func good() throws {
    let files = ["user", "music", "datastore"].map { "spec/\($0).yaml" }
    let outcome = try Outcome.of(["check"] + files)
    #expect(outcome.status == 0)
    #expect(outcome.output == "" && outcome.errors == "")
  }

  @Test("the shared components are a document without paths, and good as one")
  func common() throws {
    let outcome = try Outcome.of(["check", "spec/common.yaml"])
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
  }

  @Test("every problem of a file is shown in one run, at path:line:column")
  func several() throws {
    try withSpec { folder in
      let contract = folder.appending(path: "spec/user.yaml")
      try edit(contract, "operationId: getHealth\n", "operationId: login\n")
      try edit(contract, "operationId: createUser\n", "operationIdd: createUser\n")
      try edit(
        contract, "    LoginContext:\n      type: object", "    LoginContext:\n      type: objekt")
      let outcome = try Outcome.of(["check", "spec/user.yaml"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.output == "")
      let lines = outcome.errors.split(separator: "\n").filter { $0.contains(": error: ") }
      #expect(lines.count >= 3, "\(outcome.errors)")
      #expect(lines.allSatisfy { $0.prefixMatch(of: #/spec/user\.yaml:\d+:\d+: error: /#) != nil })
    }
  }

  @Test("the problems of several files are shown in one run")
  func files() throws {
    try withSpec { folder in
      for name in ["user", "music"] {
        try edit(folder.appending(path: "spec/\(name).yaml"), "openapi: 3.1.0", "openapi: 2.0.0")
      }
      let outcome = try Outcome.of(["check", "spec/user.yaml", "spec/music.yaml"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(#/spec/user\.yaml:\d+:\d+: error: /#))
      #expect(outcome.errors.contains(#/spec/music\.yaml:\d+:\d+: error: /#))
    }
  }

  @Test("a file that is not there is an error, not a crash")
  func missing() throws {
    let outcome = try Outcome.of(["check", "spec/nowhere.yaml"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("spec/nowhere.yaml: error: "), "\(outcome.errors)")
  }

  @Test(
    "what is no file is called what it is, and not waited for",
    arguments: [("/dev/zero", "it is no regular file"), ("spec", "it is a folder")])
  func unreadable(path: String, reason: String) throws {
    let outcome = try Outcome.of(["check", path])
    #expect(outcome.status == 1)
    #expect(outcome.errors == "\(path): error: the file cannot be read: \(reason)\n")
  }

  @Test("without a file there is nothing to check, and that is an error")
  func nothing() throws {
    let outcome = try Outcome.of(["check"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix("Error: Missing expected argument '<files> ...'"),
      "\(outcome.errors)")
  }
}
