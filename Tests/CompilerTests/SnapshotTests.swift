import Foundation
import Testing

@Suite("Snapshots of generated code", .serialized) struct SnapshotTests {
  static let names = ["User", "Music", "Datastore"]

  @Test("a snapshot is what the compiler writes now", arguments: names)
  func snapshot(name: String) throws {
    let snapshot = root.appending(path: "Sources/Generated/\(name)API/Snapshot")
    try withSpec { folder in
      let outcome = try Outcome.of(
        [
          "generate", "spec/\(name.lowercased()).yaml", "--output", "now", "--name", name,
        ], in: folder)
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome.errors)")
      let now = try contents(of: folder.appending(path: "now"))
      let differing = try difference(contents(of: snapshot), now)
      #expect(differing == [], "\(name)API/Snapshot is out of date: run `make generate`")
      if !differing.isEmpty, ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
        try FileManager.default.removeItem(at: snapshot)
        try FileManager.default.copyItem(at: folder.appending(path: "now"), to: snapshot)
      }
    }
  }

  @Test("a field added to User is in the code, and the call that makes a User no longer compiles")
  func addedField() throws {
    try withSpec { folder in
      // Required in what a client sends and in what a handler answers.
      let contract = folder.appending(path: "spec/user.yaml")
      try insert("        Nickname:\n          type: string\n", into: contract)
      let outcome = try Outcome.of(
        ["generate", "spec/user.yaml", "--output", "now", "--name", "User"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let now = try contents(of: folder.appending(path: "now"))
      let snapshot = root.appending(path: "Sources/Generated/UserAPI/Snapshot")
      #expect(
        try difference(contents(of: snapshot), now) == [
          "Models/NewUser.swift", "Models/User.swift",
        ]
      )
      for model in ["NewUser", "User"] {
        let text = String(decoding: now["Models/\(model).swift"] ?? Data(), as: UTF8.self)
        #expect(text.contains("public var nickname: String\n"))
        #expect(text.contains(/lname: String, nickname: String\s*\)/))
      }
    }
  }

  /// Adds a required property to the schemas `NewUser` and `User`, and to the examples of them.
  private func insert(_ property: String, into contract: URL) throws {
    var text = try String(contentsOf: contract, encoding: .utf8)
    let lname =
      "        Lname:\n          $ref: './common.yaml#/components/schemas/FamilyName'\n"
    for name in ["NewUser", "User"] {
      let end = lname + "      xml:\n        name: \(name)\n"
      try #require(text.contains(end))
      text = text.replacingOccurrences(of: end, with: end.replacing(lname, with: lname + property))
    }
    text = text.replacing("Email, Fname, Lname]", with: "Email, Fname, Lname, Nickname]")
      .replacing(/( +)Lname: Holmes\n/) { "\($0.output.0)\($0.output.1)Nickname: Sherly\n" }
    try text.write(to: contract, atomically: true, encoding: .utf8)
  }

  private func difference(_ old: [String: Data], _ new: [String: Data]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
