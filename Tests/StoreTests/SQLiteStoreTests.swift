import AccordRuntime
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

@Suite("The SQLite store")
struct SQLiteStoreTests {
  private let user = Tables.user

  private func withPath(_ body: (String) async throws -> Void) async throws {
    try await withFolder { try await body($0.appending(path: "store.sqlite").path) }
  }

  @Test("commits are durable: WAL with synchronous FULL")
  func durability() async throws {
    try await withPath { path in
      let queue = try SQLiteFile.openWriter(path: path, tables: Tables.all).database
      let (synchronous, journal) = try await queue.read { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA synchronous"),
          try String.fetchOne(db, sql: "PRAGMA journal_mode")
        )
      }
      #expect(synchronous == 2)
      #expect(journal == "wal")
    }
  }

  @Test("writes that come together are committed together")
  func grouping() async throws {
    try await withPath { path in
      let store = try SQLiteStore(path: path, tables: Tables.all)
      let failures = await concurrently(64) { writer -> Int in
        var failures = 0
        for index in 0..<20 {
          do { try await store.create([:], key: "\(writer)-\(index)", in: Tables.user) } catch {
            failures += 1
          }
        }
        return failures
      }
      #expect(failures.reduce(0, +) == 0)
      let commits = store.writer.commitCount.load(ordering: .relaxed)
      #expect(store.writer.writeCount.load(ordering: .relaxed) == 64 * 20)
      #expect(commits < 64 * 20 / 2, "\(commits) commits for \(64 * 20) writes")
      #expect(commits >= 64 * 20 / GroupWriter.groupWritesMax)
      await store.close()
    }
  }

  @Test("a write that SQLite refuses does not fail the others of its group")
  func isolation() async throws {
    try await withPath { path in
      let store = try SQLiteStore(path: path, tables: Tables.all)
      let other = try DatabaseQueue(path: path)
      try await other.write { db in
        try db.execute(
          sql: """
            CREATE TRIGGER refuse BEFORE INSERT ON user WHEN NEW.user_id LIKE 'bad%'
            BEGIN SELECT RAISE(ABORT, 'refused'); END
            """)
      }
      let reasons = await concurrently(64) { index -> String? in
        let key = index.isMultiple(of: 2) ? "good\(index)" : "bad\(index)"
        do throws(StoreError) {
          try await store.create([:], key: key, in: Tables.user)
          return nil
        } catch {
          return error.unavailableReason
        }
      }.compactMap { $0 }
      #expect(reasons.count == 32)
      #expect(reasons.allSatisfy { $0.contains("refused") })
      #expect(try await store.list(user, after: nil, limit: 100).items.count == 32)
      await store.close()
    }
  }

  @Test("what was closed is there when opened again, and new attributes are added")
  func evolution() async throws {
    try await withPath { path in
      let old = Table("user", key: "user_id", attributes: [.init("Email", .string)])
      let first = try SQLiteStore(path: path, tables: [old])
      try await first.create(["Email": "a"], key: "u", in: old)
      await first.close()

      let second = try SQLiteStore(path: path, tables: Tables.all)
      #expect(try await second.read("u", from: user) == ["user_id": "u", "Email": "a"])
      try await second.update("u", in: user, setting: ["visits": 3])
      try await second.create(["Email": "b", "fname": "B", "visits": 1], key: "v", in: user)
      await second.close()

      let third = try SQLiteStore(path: path, tables: Tables.all)
      let items = try await third.list(user, after: nil, limit: 10).items
      #expect(
        items == [
          ["user_id": "u", "Email": "a", "visits": 3],
          ["user_id": "v", "Email": "b", "fname": "B", "visits": 1],
        ])
      await third.close()
    }
  }

  @Test("a change of an attribute's kind is refused by name", arguments: Self.kinds, Self.kinds)
  func changedKind(old: TableSchema.Kind, new: TableSchema.Kind) async throws {
    func table(_ kind: TableSchema.Kind) -> TableSchema {
      Table("thing", key: "id", attributes: [.init("value", kind)])
    }
    try await withPath { path in
      await (try SQLiteStore(path: path, tables: [table(old)])).close()
      guard old != new else {
        return await (try SQLiteStore(path: path, tables: [table(new)])).close()
      }
      try expectRefusal(
        path, "'thing' has no column 'value' of the declared kind", tables: [table(new)])
    }
  }

  static let kinds: [TableSchema.Kind] = [.string, .integer, .number, .boolean]

  @Test("a file made for another declaration is refused")
  func mismatch() async throws {
    try await withPath { path in
      await (try SQLiteStore(path: path, tables: Tables.all)).close()
      let others = [
        Table("user", key: "uid", attributes: []),
        Table("user", key: "Email", attributes: []),
        Table("user", key: "user_id", attributes: [.init("visits", .string)]),
      ]
      for table in others { try expectRefusal(path, "another declaration", tables: [table]) }
    }
  }

  @Test(
    "a table cannot have a name that is SQLite's or the store's own",
    arguments: ["sqlite_users", "SQLite_Users", "Accord_Store"])
  func ownNames(name: String) async throws {
    try await withPath { path in
      do throws(StoreError) {
        _ = try SQLiteStore(path: path, tables: [Table(name, key: "id", attributes: [])])
        Issue.record("was opened")
      } catch {
        #expect(error.isInvalid, "\(error)")
      }
    }
  }

  @Test("a path that cannot be used is refused with the reason")
  func paths() async throws {
    try await withFolder { folder in
      try expectRefusal(folder.path, "is a directory")
      try expectRefusal(folder.appending(path: "none/x.sqlite").path, "does its folder exist")
      let text = folder.appending(path: "text")
      try Data(repeating: 0x41, count: 10_000).write(to: text)
      try expectRefusal(text.path, "not an SQLite database")
      #expect(try Data(contentsOf: text).count == 10_000)
      #expect(throws: StoreError.self) {
        try SQLiteStore(path: "/proc/version", tables: Tables.all)
      }
    }
  }

  @Test("a damaged file is refused or answers unavailable, and nothing else happens")
  func damage() async throws {
    try await withPath { path in
      let store = try SQLiteStore(path: path, tables: Tables.all)
      let text = AttributeValue.string(String(repeating: "x", count: 1000))
      _ = await concurrently(200) {
        try? await store.create(["Email": text], key: "\($0)", in: Tables.user)
      }
      await store.close()
      var bytes = try Data(contentsOf: URL(filePath: path))
      for index in stride(from: 4096, to: bytes.count, by: 3) { bytes[index] ^= 0xA5 }
      try bytes.write(to: URL(filePath: path))
      do throws(StoreError) {
        let damaged = try SQLiteStore(path: path, tables: Tables.all)
        let isAnswered = await list(damaged) != nil
        #expect(!isAnswered)
        await damaged.close()
      } catch {
        #expect(error.unavailableReason?.contains("damaged") == true, "\(error)")
      }
    }
  }

  @Test("readiness fails when the file is gone, though SQLite would go on writing")
  func removal() async throws {
    try await withPath { path in
      let store = try SQLiteStore(path: path, tables: Tables.all)
      try await store.check()
      try FileManager.default.removeItem(atPath: path)
      await #expect(throws: StoreError.self) { try await store.check() }
      await store.close()
    }
  }

  @Test("reads go on while 16 tasks read and 4 write, on two connections")
  func readers() async throws {
    try await withPath { path in
      let store = try SQLiteStore(path: path, tables: Tables.all, readerCount: 2)
      try await store.create(["visits": 1], key: "u", in: user)
      let results = await concurrently(20) { index -> Bool in
        for round in 0..<100 {
          do {
            if index < 4 {
              try await store.put(
                ["visits": .integer(Int64(round))], key: "w\(index)", in: Tables.user)
            } else {
              guard try await store.read("u", from: Tables.user) != nil else { return false }
            }
          } catch {
            return false
          }
        }
        return true
      }
      #expect(results.allSatisfy { $0 })
      await store.close()
    }
  }

  private func list(_ store: SQLiteStore) async -> ItemPage? {
    try? await store.list(user, after: nil, limit: 1000)
  }

  private func expectRefusal(
    _ path: String, _ reason: String, tables: [Store.Table] = Tables.all,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    do throws(StoreError) {
      _ = try SQLiteStore(path: path, tables: tables)
      Issue.record("was opened", sourceLocation: sourceLocation)
    } catch {
      #expect(
        error.unavailableReason?.contains(reason) == true, "\(error)",
        sourceLocation: sourceLocation)
    }
  }
}
