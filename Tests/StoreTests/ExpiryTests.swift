import Store
import Testing

@Suite("Expiry in every store")
struct ExpiryTests {
  private let session = Tables.session

  @Test(
    "an item is there until the second of its expiry, then absent everywhere",
    arguments: Implementation.allCases)
  func absence(_ implementation: Implementation) async throws {
    let clock = TestClock()
    try await implementation.withStore(clock: clock) { store in
      try await store.create(["sub": "u", "exp": 1010], key: "s", in: session)
      try await store.create(["sub": "u"], key: "forever", in: session)
      clock.set(1009)
      #expect(try await store.read("s", from: session)?.string("sub") == "u")
      await #expect(throws: StoreError.alreadyExists) {
        try await store.create([:], key: "s", in: session)
      }
      clock.set(1010)
      #expect(try await store.read("s", from: session) == nil)
      #expect(try await !store.delete("s", from: session))
      await #expect(throws: StoreError.notFound) {
        try await store.update("s", in: session, setting: ["exp": 2000])
      }
      let page = try await store.list(session, after: nil, limit: 10)
      #expect(page.items.map { $0.string("jti") } == ["forever"])
      #expect(page.next == nil)
    }
  }

  @Test(
    "the key of an expired item is free, and nothing of the old item remains",
    arguments: Implementation.allCases)
  func reuse(_ implementation: Implementation) async throws {
    let clock = TestClock()
    try await implementation.withStore(clock: clock) { store in
      try await store.create(["sub": "old", "exp": 1010], key: "s", in: session)
      clock.set(1020)
      try await store.create(["exp": 1030], key: "s", in: session)
      #expect(try await store.read("s", from: session) == ["jti": "s", "exp": 1030])
    }
  }

  @Test("the sweep removes what has expired and nothing else", arguments: Implementation.allCases)
  func sweep(_ implementation: Implementation) async throws {
    let clock = TestClock()
    try await implementation.withStore(clock: clock) { store in
      _ = await concurrently(1200) { index in
        try? await store.create(
          ["exp": .integer(1001 + Int64(index))], key: "\(index)", in: Tables.session)
      }
      try await store.create([:], key: "forever", in: session)
      clock.set(2100)
      #expect(try await store.removeExpired(from: session) == 1100)
      #expect(try await store.removeExpired(from: session) == 0)
      #expect(try await store.list(session, after: nil, limit: 1000).items.count == 101)
      #expect(try await store.removeExpired(from: Tables.user) == 0)
      clock.set(0)
      #expect(try await store.read("0", from: session) == nil)
    }
  }
}
