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
          "Models/CapitalizedNewUser.swift", "Models/NewUser.swift", "Models/User.swift",
        ]
      )
      for model in ["CapitalizedNewUser", "User"] {
        let text = String(decoding: now["Models/\(model).swift"] ?? Data(), as: UTF8.self)
        #expect(text.contains("public var nickname: String\n"))
        #expect(text.contains(/name: String,\s+nickname: String\s*\)/))
      }
    }
  }

  @Test("a property added to the schema of a table is in the table, and nowhere else")
  func addedAttribute() throws {
    try withSpec { folder in
      try edit(
        folder.appending(path: "spec/user.yaml"),
        "FamilyName'\n      x-accord-table:",
        "FamilyName'\n        visits: {type: integer}\n      x-accord-table:")
      let outcome = try Outcome.of(
        ["generate", "spec/datastore.yaml", "--output", "now", "--name", "Datastore"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let now = try contents(of: folder.appending(path: "now"))
      let snapshot = root.appending(path: "Sources/Generated/DatastoreAPI/Snapshot")
      #expect(
        try difference(contents(of: snapshot), now) == ["Models/StoredUser.swift"])
      let text = String(decoding: now["Models/StoredUser.swift"] ?? Data(), as: UTF8.self)
      #expect(text.contains(".init(\"visits\", .integer)"))
    }
  }

  /// Adds a required property to the schemas `CapitalizedNewUser` and `User`, and to the examples
  /// of them.
  private func insert(_ property: String, into contract: URL) throws {
    var text = try String(contentsOf: contract, encoding: .utf8)
    for name in ["CapitalizedNewUser", "User"] {
      let schema = try #require(text.range(of: "\n    \(name):\n      type: object\n"))
      let end = try #require(
        text.range(of: "      xml:\n", range: schema.upperBound..<text.endIndex))
      text.insert(contentsOf: property, at: end.lowerBound)
      let required = try #require(
        text.range(of: "Email, Fname, Lname", range: schema.upperBound..<text.endIndex))
      text.insert(contentsOf: "Nickname, ", at: required.lowerBound)
    }
    text = text.replacing(/( +)Lname: Holmes\n/) {
      "\($0.output.0)\($0.output.1)Nickname: Sherly\n"
    }
    try text.write(to: contract, atomically: true, encoding: .utf8)
  }

  private func difference(_ old: [String: Data], _ new: [String: Data]) -> [String] {
    Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}
