import AccordRuntime
import Store
import Testing

@Suite("What every store accepts")
struct TextAndLimitTests {
  private let user = Tables.user
  static let oddTexts = [
    "'", "\"", "a'; DROP TABLE user; --", "%", "_", "?1", ":name", "\\", "\n", " ", "\u{0}",
    "a\u{0}b", "\u{0}\u{0}", "é", "e\u{301}", "😀👩‍👩‍👧", "\u{FEFF}x", "\u{10FFFF}", "null", "0", "1.0",
    String(repeating: "k", count: 1024), String(repeating: "é", count: 1024),
  ]

  @Test("any text is a key and a value, byte for byte", arguments: Implementation.allCases)
  func text(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for text in Self.oddTexts {
        try await store.create(["Email": .string(text), "fname": ""], key: text, in: user)
      }
      for text in Self.oddTexts {
        let item = try #require(try await store.read(text, from: user))
        #expect(item.string("Email").map { Array($0.utf8) } == Array(text.utf8))
        #expect(item.string("user_id").map { Array($0.utf8) } == Array(text.utf8))
        #expect(item.string("fname") == "")
      }
      #expect(try await store.read("a", from: user) == nil)
      let page = try await store.list(user, after: nil, limit: 1000)
      #expect(page.items.count == Self.oddTexts.count)
      for text in Self.oddTexts { #expect(try await store.delete(text, from: user)) }
      #expect(try await store.list(user, after: nil, limit: 1000).items.isEmpty)
    }
  }

  @Test("declared names may be anything, SQL included", arguments: Implementation.allCases)
  func names(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["from": "x", "\"": 5], key: "k", in: Tables.odd)
      #expect(try await store.update("k", in: Tables.odd, setting: ["\"": 6]).integer("\"") == 6)
      #expect(try await store.read("k", from: Tables.odd) == ["group": "k", "from": "x", "\"": 6])
    }
  }

  @Test("names that look alike are told apart", arguments: Implementation.allCases)
  func alike(_ implementation: Implementation) async throws {
    let item: Item = ["\u{E9}": "x", "e\u{301}": 5, "\"\u{301} TEXT); --": 6]
    try await implementation.withStore { store in
      try await store.create(item, key: "k", in: Tables.odd)
      let found = try await store.read("k", from: Tables.odd)
      #expect(found?.string("\u{E9}") == "x")
      #expect(found?.integer("e\u{301}") == 5)
      #expect(found?.integer("\"\u{301} TEXT); --") == 6)
    }
  }

  @Test("integers are exact from end to end of 64 bits", arguments: Implementation.allCases)
  func integers(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for number in [Int64.min, -1, 0, 1, 1 << 53 + 1, .max] {
        try await store.put(["visits": .integer(number)], key: "n", in: user)
        #expect(try await store.read("n", from: user)?.integer("visits") == number)
      }
    }
  }

  @Test("a key has 1 to 2,048 bytes", arguments: Implementation.allCases)
  func keys(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for key in ["", String(repeating: "k", count: 2049), String(repeating: "é", count: 1025)] {
        await expectInvalid { try await store.read(key, from: user) }
        await expectInvalid { try await store.create([:], key: key, in: user) }
        await expectInvalid { try await store.put([:], key: key, in: user) }
        await expectInvalid { try await store.update(key, in: user, setting: [:]) }
        await expectInvalid { try await store.delete(key, from: user) }
      }
    }
  }

  @Test(
    "attributes that are not declared, of another kind, or another key are refused",
    arguments: Implementation.allCases)
  func attributes(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      try await store.create(["user_id": "u"], key: "u", in: user)
      let wrong: [Item] = [
        ["x": "1"], ["email": "1"], ["visits": "1"], ["Email": 1], ["user_id": "v"],
      ]
      for item in wrong {
        await expectInvalid { try await store.create(item, key: "w", in: user) }
        await expectInvalid { try await store.put(item, key: "u", in: user) }
        await expectInvalid { try await store.update("u", in: user, setting: item) }
      }
      #expect(try await store.read("u", from: user) == ["user_id": "u"])
      await expectInvalid {
        try await store.read("u", from: Table("user", key: "x", attributes: []))
      }
      await expectInvalid {
        try await store.delete("u", from: Table("y", key: "x", attributes: []))
      }
    }
  }

  @Test("an item of 400 KB is kept, one byte more is refused", arguments: Implementation.allCases)
  func size(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      // 'user_id' + 'u' + 'Email' are 13 bytes.
      let largest = String(repeating: "x", count: 409_600 - 13)
      try await store.create(["Email": .string(largest)], key: "u", in: user)
      #expect(try await store.read("u", from: user)?.string("Email") == largest)
      let tooLarge = StoreError.tooLarge(bytes: 409_601)
      await #expect(throws: tooLarge) {
        try await store.put(["Email": .string(largest + "x")], key: "u", in: user)
      }
      // 'fname' and 'F' grow it by 6.
      await #expect(throws: StoreError.tooLarge(bytes: 409_606)) {
        try await store.update("u", in: user, setting: ["fname": "F"])
      }
      #expect(try await store.read("u", from: user)?.string("fname") == nil)
    }
  }

  @Test("tables that no store can keep are refused when it opens")
  func declarations() {
    let wrong = [
      [Table("", key: "k", attributes: [])], [Table("t", key: "", attributes: [])],
      [Table("t", key: "k", attributes: [.init("K", .string)])],
      [Table("t", key: "k", attributes: [.init("a\u{0}", .string)])],
      [Table("t", key: "k", attributes: [.init("a", .string)], expiry: "a")],
      [Table("t", key: "k", attributes: [], expiry: "a")],
      [Tables.user, Tables.user],
    ]
    for tables in wrong {
      #expect(throws: StoreError.self) { try MemoryStore(tables: tables) }
      #expect(throws: StoreError.self) { try SQLiteStore(path: "/nowhere/x", tables: tables) }
    }
  }
}

func expectInvalid(
  sourceLocation location: SourceLocation = #_sourceLocation, _ body: () async throws -> some Any
) async {
  do {
    _ = try await body()
    Issue.record("was accepted", sourceLocation: location)
  } catch {
    #expect((error as? StoreError)?.isInvalid == true, "\(error)", sourceLocation: location)
  }
}
