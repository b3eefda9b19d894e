import GRDB

/// The objects in SQLite: reads on the pool's connections, each write in a transaction of its own
/// that is on the disk before it returns.
struct SQLiteStore: ObjectStore {
  private let pool: DatabasePool

  init(path: String) throws {
    pool = try DatabasePool(path: path)
    // The pool's own setting is NORMAL, which may lose the last transactions with the power.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try pool.write { try $0.execute(sql: ObjectType.schema) }
  }

  func read(_ type: ObjectType, key: String) async throws -> Item? {
    try await pool.read { database in
      let statement = try database.cachedStatement(sql: type.select)
      return try Row.fetchOne(statement, arguments: [key]).map { Item($0, type, key: key) }
    }
  }

  func insert(_ item: Item, _ type: ObjectType, key: String) async throws -> Bool {
    do {
      return try await change(type.insert, item.columns(of: type) + [key])
    } catch DatabaseError.SQLITE_CONSTRAINT {
      return false
    }
  }

  func update(_ type: ObjectType, key: String, with change: Item) async throws -> Bool {
    try await self.change(type.update, change.columns(of: type) + [key])
  }

  func delete(_ type: ObjectType, key: String) async throws -> Bool {
    try await change(type.delete, [key])
  }

  /// Whether the statement changed a row.
  private func change(_ sql: String, _ arguments: StatementArguments) async throws -> Bool {
    try await pool.write { database in
      try database.cachedStatement(sql: sql).execute(arguments: arguments)
      return database.changesCount > 0
    }
  }
}

extension Item {
  /// The attributes of the table, in the order of its columns.
  fileprivate func columns(of type: ObjectType) -> StatementArguments {
    switch type {
    case .user: [email, firstName, lastName]
    case .music: [artist, songTitle]
    case .session: [subject, expiresAt]
    }
  }

  fileprivate init(_ row: Row, _ type: ObjectType, key: String) {
    switch type {
    case .user: self.init(userID: key, email: row[0], firstName: row[1], lastName: row[2])
    case .music: self.init(musicID: key, artist: row[0], songTitle: row[1])
    case .session: self.init(sessionID: key, subject: row[0], expiresAt: row[1])
    }
  }
}
