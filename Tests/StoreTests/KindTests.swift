import AccordRuntime
import Store
import Testing

@Suite("Kinds of attributes")
struct KindTests {
  @Test(
    "a number comes back as it was, to the last bit", arguments: Implementation.allCases)
  func numbers(implementation: Implementation) async throws {
    let numbers = [
      0, 1, -1.5, 0.1, 1e308, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
      9_007_199_254_740_991,
    ]
    try await implementation.withStore { store in
      for number in numbers {
        try await store.put(["level": .number(number)], key: "a", in: Tables.measures)
        let item = try await store.read("a", from: Tables.measures)
        #expect(item?.number("level") == number)
        #expect(item?.integer("level") == nil && item?.boolean("final") == nil)
      }
    }
  }

  @Test("a number that JSON cannot say is refused", arguments: Implementation.allCases)
  func infinite(implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for number in [Double.infinity, -.infinity, .nan] {
        await #expect(throws: StoreError.self) {
          try await store.put(["level": .number(number)], key: "a", in: Tables.measures)
        }
      }
      let item = try await store.read("a", from: Tables.measures)
      #expect(item == nil)
    }
  }

  @Test("true and false come back, and absent stays absent", arguments: Implementation.allCases)
  func booleans(implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for flag in [true, false] {
        try await store.put(["final": .boolean(flag)], key: "a", in: Tables.measures)
        let item = try await store.read("a", from: Tables.measures)
        #expect(item == ["id": "a", "final": .boolean(flag)])
      }
      try await store.put([:], key: "a", in: Tables.measures)
      #expect(try await store.read("a", from: Tables.measures) == ["id": "a"])
    }
  }

  @Test("a value of another kind is refused", arguments: Implementation.allCases)
  func others(implementation: Implementation) async throws {
    let items: [Item] = [
      ["level": 1], ["level": "1"], ["final": 1], ["final": "true"], ["level": .boolean(true)],
    ]
    try await implementation.withStore { store in
      for item in items {
        await #expect(throws: StoreError.self) {
          try await store.put(item, key: "a", in: Tables.measures)
        }
      }
    }
  }
}
