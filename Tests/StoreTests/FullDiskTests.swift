import Foundation
import GRDB
import Testing

@testable import Store

@Suite("A full disk")
struct FullDiskTests {
  @Test("what fails leaves nothing, what was acknowledged stays, and space given back is used")
  func full() async throws {
    try await withFolder { folder in
      let path = folder.appending(path: "store.sqlite").path
      let database = try SQLiteFile.openWriter(path: path, tables: Tables.all).database
      // SQLite answers SQLITE_FULL at this many pages as it does when the disk has no more.
      try await database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA max_page_count = 60")
      }
      let writer = GroupWriter(database, now: TestClock().reading)
      let statements = TableStatements(Tables.user, undeclared: [])
      let acknowledged = await concurrently(200) { index -> String? in
        let key = "k\(index)"
        do throws(StoreError) {
          let item = try ItemRules.complete(
            ["Email": .string(String(repeating: "x", count: 3000))], key: key, in: Tables.user)
          _ = try await writer.submit(.create(item, key: key, statements))
          return key
        } catch {
          #expect(error.unavailableReason?.contains("full") == true, "\(error)")
          return nil
        }
      }.compactMap { $0 }
      #expect(acknowledged.count < 200)

      let kept = try await database.read {
        try String.fetchAll($0, sql: "SELECT user_id FROM user ORDER BY user_id")
      }
      #expect(kept == acknowledged.sorted())
      for key in kept { _ = try await writer.submit(.delete(key: key, statements)) }
      _ = try await writer.submit(.put(["Email": "y"], key: "after", statements))
      await writer.close()
    }
  }
}
