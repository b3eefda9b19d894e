import Foundation
import Testing

@Suite("accord contract-tests") struct ContractTestsTests {
  private static let contracts = ["spec/user.yaml", "spec/music.yaml", "spec/datastore.yaml"]

  private func export(
    _ folder: URL, _ contracts: [String] = contracts, to name: String = "out"
  ) throws -> [String: Data] {
    let outcome = try Outcome.of(["contract-tests"] + contracts + ["--output", name], in: folder)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try contents(of: folder.appending(path: name))
  }

  @Test("two runs are the same bytes, whatever the order of the contracts")
  func deterministic() throws {
    try withSpec { folder in
      let first = try export(folder)
      #expect(
        first.keys.sorted() == [
          "datastore.contract-tests.json", "music.contract-tests.json",
          "user.contract-tests.json",
        ])
      #expect(try export(folder, Self.contracts.reversed(), to: "other") == first)
    }
  }

  @Test("each documented response of the sample contracts has a case")
  func everyResponse() throws {
    try withSpec { folder in
      for (file, data) in try export(folder) {
        let plan = try Plan(data)
        let documented = Set(plan.operations.flatMap(\.pairs))
        #expect(documented.count > 20, "\(file)")
        #expect(documented.subtracting(plan.expected) == [], "\(file)")
        // What else is not tested is no response that nothing reaches.
        #expect(Set(plan.unreached.map(\.pair)).subtracting(plan.expected) == [], "\(file)")
      }
    }
  }

  @Test("a change of one operation leaves the cases of the others as they are")
  func change() throws {
    try withSpec { folder in
      let before = try cases(export(folder)["user.contract-tests.json"])
      try edit(
        folder.appending(path: "spec/user.yaml"), " email: sherlock@sussex-bees.org",
        " email: sherlock@example.org")
      let after = try cases(export(folder)["user.contract-tests.json"])
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(changed.contains("updateUser/request/application/json/lowercase"))
      // The flows of what is created update it too.
      #expect(
        changed.allSatisfy { $0.hasPrefix("updateUser/") || $0.hasPrefix("createUser/flow/") },
        "\(changed.sorted())")
    }
  }

  @Test("an operation more leaves all cases as they are")
  func addition() throws {
    try withSpec { folder in
      let before = try cases(export(folder)["user.contract-tests.json"])
      try edit(
        folder.appending(path: "spec/user.yaml"), "  /health:\n",
        """
          /version:
            get:
              operationId: getVersion
              responses:
                '204':
                  description: There is none.
          /health:

        """)
      let after = try cases(export(folder)["user.contract-tests.json"])
      #expect(before.allSatisfy { id, text in withoutLines(after[id]) == withoutLines(text) })
      let added = after.keys.filter { before[$0] == nil }
      #expect(added.contains("getVersion/response/204") && added.contains("/version/path"))
    }
  }

  @Test("two contracts whose files would have one name are refused")
  func sameName() throws {
    try withSpec { folder in
      let outcome = try Outcome.of(
        ["contract-tests", "spec/user.yaml", "spec/user.yaml", "--output", "out"], in: folder)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "error: two of the contracts are called 'User', and so would be their files\n")
    }
  }

  /// The cases by their identifiers, as JSON with sorted keys.
  private func cases(_ data: Data?) throws -> [String: String] {
    let json = try JSONSerialization.jsonObject(with: #require(data)) as? [String: Any]
    var cases: [String: String] = [:]
    for item in json?["cases"] as? [[String: Any]] ?? [] {
      let text = try JSONSerialization.data(withJSONObject: item, options: .sortedKeys)
      cases[item["id"] as? String ?? ""] = String(decoding: text, as: UTF8.self)
    }
    try #require(cases.count > 300)
    return cases
  }

  /// Lines move when something is added above them.
  private func withoutLines(_ text: String?) -> String? {
    text?.replacing(/user\.yaml:\d+:\d+/, with: "user.yaml")
  }
}

/// What the tests read of a plan.
private struct Plan: Decodable {
  struct Operation: Decodable {
    struct Response: Decodable { let status: Int }
    let id: String
    let responses: [Response]

    var pairs: [String] { responses.map { "\(id) \($0.status)" } }
  }

  struct Case: Decodable {
    struct Step: Decodable {
      struct Expectation: Decodable {
        let status: [Int]
        let open: Bool?
      }
      let service: String
      let operation: String?
      let expect: Expectation
    }
    let steps: [Step]
  }

  struct Unreached: Decodable {
    let operation: String
    let status: Int

    var pair: String { "\(operation) \(status)" }
  }

  let service: String
  let operations: [Operation]
  let cases: [Case]
  let unreached: [Unreached]

  init(_ data: Data) throws {
    self = try JSONDecoder().decode(Plan.self, from: data)
  }

  /// The operations with the statuses that some step of the service expects.
  var expected: Set<String> {
    let steps = cases.flatMap(\.steps).filter { $0.service == service }
    return Set(
      steps.filter { $0.expect.open != true }.flatMap { step in
        step.expect.status.map { "\(step.operation ?? "") \($0)" }
      })
  }
}
