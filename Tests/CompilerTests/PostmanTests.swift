import Foundation
import Testing

@Suite("accord postman") struct PostmanTests {
  private static let contracts = ["spec/user.yaml", "spec/music.yaml", "spec/datastore.yaml"]

  /// The files that an export writes, by name.
  private func export(
    _ folder: URL, _ contracts: [String] = contracts, to name: String = "out"
  ) throws -> [String: Data] {
    let outcome = try Outcome.of(["postman"] + contracts + ["--output", name], in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try contents(of: folder.appending(path: name))
  }

  @Test("a collection for each contract, and an environment for each server")
  func files() throws {
    try withSpec { folder in
      let names = try export(folder).keys.sorted()
      #expect(
        names == [
          "Datastore.localhost-30002.postman_environment.json",
          "Datastore.postman_collection.json",
          "Music.localhost-30001.postman_environment.json", "Music.postman_collection.json",
          "User.localhost-30000.postman_environment.json", "User.postman_collection.json",
        ])
    }
  }

  @Test("two exports are the same bytes, whatever the order of the contracts")
  func deterministic() throws {
    try withSpec { folder in
      let first = try export(folder)
      let second = try export(folder, Self.contracts.reversed(), to: "other")
      #expect(second == first)
    }
  }

  @Test("a change of one operation changes what shows it, and nothing else")
  func change() throws {
    try withSpec { folder in
      let before = try export(folder)
      try edit(
        folder.appending(path: "spec/user.yaml"), "Reads one user. Every", "Reads a user. Every")
      let after = try export(folder)
      #expect(changed(before, after) == ["User.postman_collection.json"])
      let (old, new) = (try items(before), try items(after))
      #expect(old.keys == new.keys)
      let names = old.keys.filter { old[$0] != new[$0] }.map { name(of: old[$0]) }
      #expect(names.count >= 4)
      #expect(names.allSatisfy { $0.hasPrefix("Get a user") }, "\(names)")
    }
  }

  @Test("a new operation leaves the others as they are")
  func addition() throws {
    try withSpec { folder in
      let before = try export(folder)
      try edit(
        folder.appending(path: "spec/user.yaml"), "  /health:\n",
        """
          /version:
            get:
              operationId: getVersion
              summary: Tell the version
              responses:
                '204':
                  description: There is none.
          /health:

        """)
      let after = try export(folder)
      #expect(changed(before, after) == ["User.postman_collection.json"])
      let (old, new) = (try items(before), try items(after))
      #expect(old.allSatisfy { new[$0.key] == $0.value })
      #expect(
        new.filter { old[$0.key] == nil }.map { name(of: $0.value) }.sorted() == [
          "PATCH /version: the path has no such method", "Tell the version", "Tell the version",
        ])
    }
  }

  @Test("no file holds a secret, not even an invented one")
  func secrets() throws {
    try withSpec { folder in
      for (file, data) in try export(folder) {
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for entry in json["values"] as? [[String: Any]] ?? []
        where entry["type"] as? String == "secret" {
          #expect(entry["value"] as? String == "", "\(file)")
        }
        let known: Set = [
          "{{token}}", "{{loaderUsername}}", "{{loaderPassword}}", "not-a-token", "nobody", "wrong",
        ]
        #expect(credentials(in: json).subtracting(known) == [], "\(file)")
        #expect(!String(decoding: data, as: UTF8.self).contains(folder.path))
      }
    }
  }

  @Test("every problem of every contract is reported, and nothing is written")
  func problems() throws {
    try withSpec { folder in
      for name in ["user", "music"] {
        try edit(
          folder.appending(path: "spec/\(name).yaml"), "operationId: getIndex\n",
          "operationId: getHealth\n")
      }
      let outcome = try Outcome.of(
        ["postman"] + Self.contracts + ["--output", "out"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("spec/user.yaml:"))
      #expect(outcome.errors.contains("spec/music.yaml:"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }

  @Test("two contracts whose files would have one name are refused")
  func sameName() throws {
    try withSpec { folder in
      let outcome = try Outcome.of(
        ["postman", "spec/user.yaml", "spec/user.yaml", "--output", "out"], in: folder)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "error: two of the contracts are called 'User', and so would be their files\n")
    }
  }
}

extension PostmanTests {
  private func changed(_ before: [String: Data], _ after: [String: Data]) -> Set<String> {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  /// The requests of User's collection by their identifiers, as JSON with sorted keys.
  private func items(_ files: [String: Data]) throws -> [String: Data] {
    let data = try #require(files["User.postman_collection.json"])
    var items: [String: Data] = [:]
    var open = [try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])]
    while let next = open.popLast() {
      open += next["item"] as? [[String: Any]] ?? []
      guard next["request"] != nil, let id = next["id"] as? String else { continue }
      #expect(items[id] == nil, "two items have the identifier \(id)")
      items[id] = try JSONSerialization.data(withJSONObject: next, options: .sortedKeys)
    }
    try #require(items.count > 30)
    return items
  }

  private func name(of item: Data?) -> String {
    let json = item.flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
    return json?["name"] as? String ?? ""
  }

  /// The texts of all attributes of `auth`, wherever they stand.
  private func credentials(in json: Any) -> Set<String> {
    if let list = json as? [Any] {
      return list.reduce(into: []) { $0.formUnion(credentials(in: $1)) }
    }
    guard let members = json as? [String: Any] else { return [] }
    var found = members.values.reduce(into: Set<String>()) { $0.formUnion(credentials(in: $1)) }
    let auth = members["auth"] as? [String: Any] ?? [:]
    for attribute in auth.values.compactMap({ $0 as? [[String: Any]] }).joined() {
      found.insert(attribute["value"] as? String ?? "")
    }
    return found
  }
}
