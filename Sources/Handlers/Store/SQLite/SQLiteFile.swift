import AccordRuntime
import FoundationEssentials
import GRDB

/// Opens the database file and says plainly why it cannot.
enum SQLiteFile {
  /// How long one connection waits for another process that holds the lock.
  static let busyTimeoutSeconds = 5.0

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeoutSeconds)
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// The writing connection: WAL, and a commit returns only after its fsync. With it the columns of
  /// the file that no table declares.
  static func openWriter(
    path: String, tables: [Table]
  ) throws(StoreError) -> (database: DatabaseQueue, undeclared: [UndeclaredColumn]) {
    try refuseDirectory(path)
    var configuration = configuration
    configuration.journalMode = .wal
    configuration.label = "accord.store.writer"
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let undeclared = try queue.writeWithoutTransaction { db in
        // GRDB chose NORMAL for WAL, which can lose acknowledged commits when power fails.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        var undeclared: [UndeclaredColumn] = []
        try db.inTransaction(.immediate) {
          undeclared = try SQLiteSchema.prepare(tables, on: db)
          return .commit
        }
        return undeclared
      }
      return (queue, undeclared)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unavailable(reason: "cannot open '\(path)': \(explanation(error))")
    }
  }

  /// Device and inode: what tells whether the path still leads to the file that is open.
  static func identity(of path: String) -> [String] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return [attributes?[.systemNumber], attributes?[.systemFileNumber]].map { "\($0 ?? "-")" }
  }

  private static func refuseDirectory(_ path: String) throws(StoreError) {
    var isDirectory = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory {
      throw .unavailable(reason: "cannot open '\(path)': it is a directory")
    }
  }

  private static func explanation(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return switch error.resultCode {
    case .SQLITE_NOTADB: "it is not an SQLite database"
    case .SQLITE_CORRUPT: "the database is damaged"
    case .SQLITE_READONLY: "the file or its folder cannot be written"
    case .SQLITE_CANTOPEN: "the file cannot be opened or created; does its folder exist?"
    case .SQLITE_BUSY: "another process has it locked"
    default: "\(error)"
    }
  }
}
