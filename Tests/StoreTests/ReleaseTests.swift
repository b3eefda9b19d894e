import AccordRuntime
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("An SQLite file that several releases use")
struct ReleaseTests {
  private let older = [
    Table(
      "user", key: "user_id", attributes: [.init("Email", .string), .init("until", .integer)],
      expiry: "until")
  ]
  private let newer = [
    Table(
      "user", key: "user_id",
      attributes: [
        .init("Email", .string), .init("until", .integer), .init("nick", .string),
        .init("visits", .integer),
      ], expiry: "until"),
    Table("visit", key: "id", attributes: []),
  ]

  private func withPath(_ body: (String) async throws -> Void) async throws {
    try await withFolder { try await body($0.appending(path: "store.sqlite").path) }
  }

  @Test("is opened by the older one, which names the columns that it does not declare")
  func older() async throws {
    try await withPath { path in
      let first = try SQLiteStore(path: path, tables: newer)
      #expect(first.undeclaredColumns == [])
      let item: Item = ["Email": "a", "nick": "A", "visits": 3]
      try await first.create(item, key: "u", in: newer[0])
      await first.close()

      let second = try SQLiteStore(path: path, tables: older)
      #expect(
        second.undeclaredColumns == [
          UndeclaredColumn(table: "user", name: "nick"),
          UndeclaredColumn(table: "user", name: "visits"),
        ])
      #expect(try await second.read("u", from: older[0]) == ["user_id": "u", "Email": "a"])
      try await second.update("u", in: older[0], setting: ["Email": "b"])
      try await second.create(["Email": "c"], key: "v", in: older[0])
      await second.close()

      let third = try SQLiteStore(path: path, tables: newer)
      #expect(
        try await third.list(newer[0], after: nil, limit: 9).items == [
          ["user_id": "u", "Email": "b", "nick": "A", "visits": 3],
          ["user_id": "v", "Email": "c"],
        ])
      await third.close()
    }
  }

  @Test("keeps nothing of an object that the older one replaced")
  func replaced() async throws {
    try await withPath { path in
      let clock = TestClock()
      let first = try SQLiteStore(path: path, tables: newer, now: clock.reading)
      try await first.create(["nick": "A"], key: "put", in: newer[0])
      try await first.create(["nick": "A", "until": 2000], key: "gone", in: newer[0])
      await first.close()

      clock.set(2000)
      let second = try SQLiteStore(path: path, tables: older, now: clock.reading)
      try await second.put([:], key: "put", in: older[0])
      try await second.create([:], key: "gone", in: older[0])
      await second.close()

      let third = try SQLiteStore(path: path, tables: newer, now: clock.reading)
      for key in ["put", "gone"] {
        #expect(try await third.read(key, from: newer[0]) == ["user_id": .string(key)])
      }
      await third.close()
    }
  }

  @Test("is refused if it needs values that are not declared", arguments: ["", " DEFAULT 7"])
  func needed(standard: String) async throws {
    try await withPath { path in
      let database = try DatabaseQueue(path: path)
      try await database.write { db in
        try db.execute(
          sql: """
            CREATE TABLE user (user_id TEXT PRIMARY KEY NOT NULL, Email TEXT, until INTEGER, \
            rank INTEGER NOT NULL\(standard)) STRICT, WITHOUT ROWID
            """)
      }
      try database.close()
      do throws(StoreError) {
        let store = try SQLiteStore(path: path, tables: older)
        #expect(standard != "", "was opened")
        try await store.put(["Email": "a"], key: "u", in: older[0])
        try await store.put(["Email": "b"], key: "u", in: older[0])
        await store.close()
      } catch {
        let reason = "'user' has a column 'rank', which needs a value and is not declared"
        #expect(error.unavailableReason?.contains(reason) == true, "\(error)")
        #expect(standard == "")
      }
    }
  }
}
