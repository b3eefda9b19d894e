import Store
import Testing

@Suite("Every store")
struct ConformanceTests {
  private let user = Tables.user

  @Test(
    "what is created is read, with its key, in declared order", arguments: Implementation.allCases)
  func create(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["visits": -7, "Email": "a@b.c"], key: "u1", in: user)
      let item = try #require(try await store.read("u1", from: user))
      #expect(item.attributes.map(\.name) == ["user_id", "Email", "visits"])
      #expect(item == ["Email": "a@b.c", "user_id": "u1", "visits": -7])
      #expect(try await store.read("u2", from: user) == nil)
      #expect(try await store.read("u1", from: Tables.session) == nil)
      try await store.create([:], key: "b", in: Tables.bare)
      #expect(try await store.read("b", from: Tables.bare) == ["id": "b"])
    }
  }

  @Test("creating a key that is taken changes nothing", arguments: Implementation.allCases)
  func createTaken(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["Email": "first"], key: "u1", in: user)
      await #expect(throws: StoreError.alreadyExists) {
        try await store.create(["Email": "second"], key: "u1", in: user)
      }
      #expect(try await store.read("u1", from: user)?.string("Email") == "first")
      try await store.create([:], key: "b", in: Tables.bare)
      await #expect(throws: StoreError.alreadyExists) {
        try await store.create([:], key: "b", in: Tables.bare)
      }
    }
  }

  @Test("put creates, and replaces the whole item", arguments: Implementation.allCases)
  func put(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.put(["Email": "a", "visits": 1], key: "u1", in: user)
      try await store.put(["fname": "F"], key: "u1", in: user)
      #expect(try await store.read("u1", from: user) == ["user_id": "u1", "fname": "F"])
      try await store.put([:], key: "b", in: Tables.bare)
      try await store.put([:], key: "b", in: Tables.bare)
      #expect(try await store.read("b", from: Tables.bare) == ["id": "b"])
    }
  }

  @Test("update merges, and never creates", arguments: Implementation.allCases)
  func update(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["Email": "a", "visits": 1], key: "u1", in: user)
      let merged = try await store.update("u1", in: user, setting: ["visits": 2, "fname": "F"])
      #expect(merged == ["user_id": "u1", "Email": "a", "fname": "F", "visits": 2])
      #expect(try await store.read("u1", from: user) == merged)
      await #expect(throws: StoreError.notFound) {
        try await store.update("u2", in: user, setting: ["visits": 2])
      }
      #expect(try await store.read("u2", from: user) == nil)
      #expect(try await store.update("u1", in: user, setting: [:]) == merged)
    }
  }

  @Test("delete says whether there was an item", arguments: Implementation.allCases)
  func delete(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["Email": "a"], key: "u1", in: user)
      #expect(try await store.delete("u1", from: user))
      #expect(try await store.read("u1", from: user) == nil)
      #expect(try await !store.delete("u1", from: user))
      try await store.create(["Email": "b"], key: "u1", in: user)
      #expect(try await store.read("u1", from: user)?.string("Email") == "b")
    }
  }

  @Test("a closed store says so, however often it is closed", arguments: Implementation.allCases)
  func close(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.check()
      await store.close()
      await store.close()
      let closed = StoreError.unavailable(reason: "the store is closed")
      await #expect(throws: closed) { try await store.read("u", from: user) }
      await #expect(throws: closed) { try await store.create([:], key: "u", in: user) }
      await #expect(throws: closed) { try await store.list(user, after: nil, limit: 1) }
      await #expect(throws: closed) { try await store.check() }
    }
  }

  @Test(
    "of 200 creates of one key at once exactly one wins, and its item is the one kept",
    arguments: Implementation.allCases)
  func race(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      let winners = await concurrently(200) { index -> Int64? in
        do throws(StoreError) {
          try await store.create(["visits": .integer(Int64(index))], key: "one", in: Tables.user)
          return Int64(index)
        } catch {
          #expect(error == .alreadyExists)
          return nil
        }
      }.compactMap { $0 }
      #expect(winners.count == 1)
      let kept = try await store.read("one", from: user)
      #expect(kept?.integer("visits") == winners.first)
    }
  }

  @Test(
    "concurrent writes of all kinds each see their own effect", arguments: Implementation.allCases)
  func mixed(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      let failures = await concurrently(100) { index -> String? in
        do {
          let key = "k\(index)"
          try await store.create(["visits": 0], key: key, in: Tables.user)
          try await store.update(key, in: Tables.user, setting: ["visits": .integer(Int64(index))])
          let seen = try await store.read(key, from: Tables.user)
          guard seen?.integer("visits") == Int64(index) else {
            return "\(key): \(String(describing: seen))"
          }
          if index.isMultiple(of: 2) {
            guard try await store.delete(key, from: Tables.user) else {
              return "\(key) not deleted"
            }
            guard try await store.read(key, from: Tables.user) == nil else {
              return "\(key) is back"
            }
          }
          return nil
        } catch {
          return "\(error)"
        }
      }.compactMap { $0 }
      #expect(failures.isEmpty)
      let page = try await store.list(user, after: nil, limit: 1000)
      #expect(page.items.count == 50)
    }
  }
}
