import Foundation
import Testing

@Suite("Postman collections against the services")
struct PostmanTests {
  /// How much there is at least, so that none passes by doing nothing.
  private static let least = [
    "User": (requests: 60, tests: 186), "Music": (requests: 42, tests: 133),
    "Datastore": (requests: 53, tests: 156),
  ]

  private func withCollections(
    _ body: (ExportedCollections) async throws -> Void
  ) async throws {
    guard let node = Node.find() else { return Node.reportSkip() }
    try await withServices { services in
      try await withFolder { folder in
        try await body(try ExportedCollections(in: folder, node, services))
      }
    }
  }

  @Test("every test of every request passes from top to bottom, and once again")
  func green() async throws {
    try await withCollections { collections in
      for (name, least) in Self.least {
        for _ in 1...2 {
          let requests = try collections.replay(name)
          #expect(requests.flatMap(\.failures) == [])
          #expect(requests.count >= least.requests)
          #expect(requests.map(\.tests.count).reduce(0, +) >= least.tests)
          #expect(requests.allSatisfy { $0.tests.count >= 2 })
        }
      }
    }
  }

  @Test("every request passes by itself, because it first gets what it needs")
  func alone() async throws {
    try await withCollections { collections in
      for (name, least) in Self.least {
        let requests = try collections.replay(name, .alone)
        // This one alone is about what the request before it did.
        let others = requests.filter { !$0.name.hasSuffix(": it is gone") }
        #expect(others.count >= requests.count - 1)
        #expect(others.flatMap(\.failures) == [])
        #expect(requests.count >= least.requests)
        #expect(requests.contains { !$0.provided.isEmpty })
      }
    }
  }

  @Test("a run passes with what earlier ones kept, also after a restart that forgot it all")
  func kept() async throws {
    guard let node = Node.find() else { return Node.reportSkip() }
    try await withFolder { folder in
      let states = folder.appending(path: "states")
      try FileManager.default.createDirectory(at: states, withIntermediateDirectories: true)
      for round in 1...3 {
        try await withServices(["all"]) { services in
          let collections = try ExportedCollections(in: folder, node, services)
          for name in Self.least.keys {
            let state = states.appending(path: "\(name).json")
            if round == 3 { try ExportedCollections.spoil(state) }
            for _ in 1...2 {
              let requests = try collections.replay(name, keeping: state)
              #expect(requests.flatMap(\.failures) == [], "round \(round)")
            }
          }
        }
      }
    }
  }

  @Test("a request that fails for what is out of date passes when it is sent again")
  func healing() async throws {
    try await withCollections { collections in
      for name in Self.least.keys {
        let state = collections.folder.appending(path: "\(name).json")
        _ = try collections.replay(name, keeping: state)
        try ExportedCollections.spoil(state)
        let requests = try collections.replay(name, .persistent, keeping: state)
        let others = requests.filter { !$0.name.hasSuffix(": it is gone") }
        #expect(others.flatMap(\.failures) == [])
      }
    }
  }

  @Test("a scenario finds what it needs in its own order, from creating to logging off")
  func scenario() async throws {
    try await withCollections { collections in
      for name in Self.least.keys {
        let steps = try collections.replay(name).filter { $0.folder == "Scenario" }
        #expect(steps.count >= 8)
        let provided = steps.flatMap(\.provided)
        // Music's scenario starts without a token, which only User issues.
        let isIssuer = { (url: String) in url.contains(":\(collections.services.userPort)/") }
        #expect(name == "Music" ? provided.allSatisfy(isIssuer) : provided.isEmpty, "\(provided)")
      }
      let user = try collections.replay("User").filter { $0.folder == "Scenario" }.map(\.name)
      #expect(user.prefix(4) == ["Create a user", "Log in", "Get a user", "Update a user"])
      #expect(user.suffix(3) == ["Delete a user", "Get a user: it is gone", "Log off"])
    }
  }

  @Test("the replay fails where an expectation or what is sent is wrong")
  func broken() async throws {
    try await withCollections { collections in
      let edits = [
        (
          #"pm.test(\"status is 201\", () => pm.response.to.have.status(201))"#, "status(201)",
          "status(299)"
        ),
        (#"pm.response.to.have.header(\"Location\")"#, "Location", "Elsewhere"),
        (#"\"required\": [\"user_id\", \"uid\"]"#, #"\"uid\""#, #"\"uids\""#),
        (#"\"unicodePattern\": \"^["#, "^[", "^x["),
        (#"?.[\"UserContext\"]"#, "UserContext", "Context"),
        (#"\"Email\": \"sholmes@bakers.org\""#, "Email", "Mail"),
      ]
      let file = collections.file("User")
      let text = try String(contentsOf: file, encoding: .utf8)
      for (place, old, new) in edits {
        try #require(text.contains(place), "nothing to break at \(place)")
        let broken = place.replacingOccurrences(of: old, with: new)
        try text.replacingOccurrences(of: place, with: broken)
          .write(to: file, atomically: true, encoding: .utf8)
        #expect(try collections.replay("User").contains { !$0.failures.isEmpty }, "\(place)")
      }
    }
  }

  @Test("the replay fails where a service is not there")
  func absent() async throws {
    guard let node = Node.find() else { return Node.reportSkip() }
    try await withFolder { folder in
      let services = try await ServicesProcess(["all"], in: folder)
      let collections = try ExportedCollections(in: folder, node, services)
      try await services.stop()
      let requests = try collections.replay("User")
      #expect(requests.allSatisfy { !$0.failures.isEmpty })
    }
  }
}
