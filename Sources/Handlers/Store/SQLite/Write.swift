import AccordRuntime
import GRDB

/// One change that waits for its group.
enum Write: Sendable {
  case create(Item, key: String, TableStatements)
  case put(Item, key: String, TableStatements)
  case update(Item, key: String, TableStatements)
  case delete(key: String, TableStatements)
  case removeExpired(sql: String)
  /// Changes one row of the store's own, to learn whether writing works.
  case probe
}

/// What became of a write that did not fail.
enum WriteOutcome: Sendable {
  case done
  case item(Item)
  case count(Int)
}

extension Write {
  /// Applies the write inside the group's transaction. A `StoreError` means that this write alone
  /// had no effect; anything else came from SQLite.
  func apply(on db: Database, now: Int64) throws -> WriteOutcome {
    switch self {
    case .create(let item, let key, let statements):
      let changes = try Self.store(item, key, statements, statements.create, on: db, now: now)
      guard changes == 1 else { throw StoreError.alreadyExists }
      return .done
    case .put(let item, let key, let statements):
      _ = try Self.store(item, key, statements, statements.put, on: db, now: nil)
      return .done
    case .update(let attributes, let key, let statements):
      return .item(try Self.update(attributes, key, statements, on: db, now: now))
    case .delete(let key, let statements):
      return .count(try Self.run(statements.delete, key: key, on: db, now: now))
    case .removeExpired(let sql):
      return .count(
        try BoundStatement.with(sql, on: db) {
          try $0.bind(now, at: 1)
          return try $0.run()
        })
    case .probe:
      _ = try BoundStatement.with(SQLiteSchema.probe, on: db) { try $0.run() }
      return .done
    }
  }

  private static func store(
    _ item: Item, _ key: String, _ statements: TableStatements, _ sql: String, on db: Database,
    now: Int64?
  ) throws -> Int {
    let attributes = statements.table.attributes
    return try BoundStatement.with(sql, on: db) {
      try $0.bind(key, at: 1)
      for (index, attribute) in attributes.enumerated() {
        try $0.bind(item[attribute.name], at: index + 2)
      }
      // Only the conditional insert of a table that expires asks for the time.
      if let now, statements.table.expiryAttribute != nil {
        try $0.bind(now, at: attributes.count + 2)
      }
      return try $0.run()
    }
  }

  private static func update(
    _ attributes: Item, _ key: String, _ statements: TableStatements, on db: Database, now: Int64
  ) throws -> Item {
    let stored = try BoundStatement.with(statements.read, on: db) {
      try $0.bind(key, at: 1)
      try $0.bind(now, at: 2)
      return try $0.step() ? $0.item(of: statements.table) : nil
    }
    guard let stored else { throw StoreError.notFound }
    let merged = try ItemRules.merge(attributes, into: stored, key: key, in: statements.table)
    _ = try store(merged, key, statements, statements.merge, on: db, now: nil)
    return merged
  }

  private static func run(
    _ sql: String, key: String, on db: Database, now: Int64
  ) throws -> Int {
    try BoundStatement.with(sql, on: db) {
      try $0.bind(key, at: 1)
      try $0.bind(now, at: 2)
      return try $0.run()
    }
  }
}
