import Store
import Testing

@Suite("Pages of every store")
struct PagingTests {
  private let user = Tables.user

  @Test(
    "pages come in order of the keys' bytes and join without gap or repeat",
    arguments: Implementation.allCases, [1, 2, 7, 50, 51])
  func pages(_ implementation: Implementation, limit: Int) async throws {
    let keys = (0..<44).map { "k\($0)" } + ["é", "e\u{301}", "😀", "\u{FFFD}", "\u{0}", "Z"]
    try await implementation.withStore { store in
      for key in keys.shuffled() { try await store.create([:], key: key, in: user) }
      var seen: [String] = []
      var cursor: PageCursor?
      repeat {
        let page = try await store.list(user, after: cursor, limit: limit)
        #expect(page.items.count == min(limit, keys.count - seen.count))
        seen += page.items.compactMap { $0.string("user_id") }
        cursor = page.next.map { PageCursor(text: $0.text) }
      } while cursor != nil
      let expected = keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(seen.map { Array($0.utf8) } == expected)
    }
  }

  @Test("an empty table is one empty page", arguments: Implementation.allCases)
  func empty(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      let page = try await store.list(user, after: nil, limit: 10)
      #expect(page == ItemPage(items: [], next: nil))
    }
  }

  @Test("a cursor outlives the item it stands on", arguments: Implementation.allCases)
  func removal(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for key in ["a", "b", "c"] { try await store.create([:], key: key, in: user) }
      let first = try await store.list(user, after: nil, limit: 2)
      try await store.delete("b", from: user)
      let second = try await store.list(user, after: first.next, limit: 2)
      #expect(second.items.map { $0.string("user_id") } == ["c"])
      #expect(second.next == nil)
    }
  }

  @Test(
    "large items end a page early, and every page has at least one",
    arguments: Implementation.allCases)
  func large(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      let text = AttributeValue.string(String(repeating: "x", count: 400_000))
      for key in 1...5 { try await store.create(["Email": text], key: "\(key)", in: user) }
      let first = try await store.list(user, after: nil, limit: 100)
      #expect(first.items.count == 3)
      let second = try await store.list(user, after: first.next, limit: 100)
      #expect(second.items.count == 2 && second.next == nil)
    }
  }

  @Test(
    "a cursor that is cut short, changed or of another table is refused",
    arguments: Implementation.allCases)
  func tampering(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for key in ["a key", "another"] { try await store.create([:], key: key, in: user) }
      let cursor = try #require(try await store.list(user, after: nil, limit: 1).next)
      for length in 0..<cursor.text.count {
        let text = String(cursor.text.prefix(length))
        await expectInvalid { try await store.list(user, after: PageCursor(text: text), limit: 1) }
      }
      let other = PageCursor(text: cursor.text.replacing("2", with: "3", maxReplacements: 1))
      await expectInvalid { try await store.list(user, after: other, limit: 1) }
      await expectInvalid { try await store.list(Tables.session, after: cursor, limit: 1) }
    }
  }

  @Test("a made-up cursor or an empty limit is refused", arguments: Implementation.allCases)
  func refusals(_ implementation: Implementation) async throws {
    try await implementation.withStore { store in
      for text in ["", "2", "x", "2!!!", "1YQ", "2_w", "2YQ===", "2IQ", "2AAAAAGE"] {
        await expectInvalid { try await store.list(user, after: PageCursor(text: text), limit: 1) }
      }
      for limit in [0, -1, Int.min] {
        await expectInvalid { try await store.list(user, after: nil, limit: limit) }
      }
      let page = try await store.list(user, after: nil, limit: .max)
      #expect(page.items.isEmpty)
    }
  }
}
