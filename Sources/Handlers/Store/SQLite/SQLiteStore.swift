public import AccordRuntime
import GRDB

/// Items in an SQLite file: a table a declaration, WAL, every acknowledged write on disk.
///
/// Reads run on the caller's thread and are bounded by one item or one page of about 1 MB; writes
/// are committed in groups by a thread of their own, so no caller's thread waits for the disk.
public final class SQLiteStore: TableStore {
  /// Columns of the file that no table declares. They stay; an item that is put or created in the
  /// place of another has nothing in them.
  public let undeclaredColumns: [UndeclaredColumn]
  private let path: String
  private let fileIdentity: [String]
  private let statements: [String: TableStatements]
  private let readers: ReaderPool
  let writer: GroupWriter
  private let now: StoreClock

  /// Opens the file, or creates it (not its folder), and brings it up to the declared tables.
  /// Throws `invalid` for tables no store can keep and `unavailable` for a path that cannot be
  /// used, with the reason.
  /// - Parameter readerCount: connections for concurrent reads, at least 1; about one for each
  ///   thread that reads.
  public init(
    path: String, tables: [Table], readerCount: Int = 4,
    now: @escaping StoreClock = SystemClock.seconds
  ) throws(StoreError) {
    if let problem = Table.problem(in: tables) { throw .invalid(reason: problem) }
    self.path = path
    self.now = now
    let (database, undeclared) = try SQLiteFile.openWriter(path: path, tables: tables)
    undeclaredColumns = undeclared
    statements = Dictionary(
      uniqueKeysWithValues: tables.map { table in
        let others = undeclared.filter { $0.table == table.name }.map(\.name)
        return (table.name, TableStatements(table, undeclared: others))
      })
    writer = GroupWriter(database, now: now)
    fileIdentity = SQLiteFile.identity(of: path)
    do {
      readers = try ReaderPool(path: path, count: max(1, readerCount))
    } catch {
      throw .unavailable(reason: "cannot open '\(path)' for reading: \(error)")
    }
  }

  public func read(_ key: String, from table: Table) async throws(StoreError) -> Item? {
    try ItemRules.check(key: key)
    let statements = try statements(for: table)
    let now = now()
    return try readers.read { db in
      try BoundStatement.with(statements.read, on: db) {
        try $0.bind(key, at: 1)
        try $0.bind(now, at: 2)
        return try $0.step() ? $0.item(of: statements.table) : nil
      }
    }
  }

  public func create(_ item: Item, key: String, in table: Table) async throws(StoreError) {
    let (complete, statements) = try checked(item, key: key, in: table)
    _ = try await writer.submit(.create(complete, key: key, statements))
  }

  public func put(_ item: Item, key: String, in table: Table) async throws(StoreError) {
    let (complete, statements) = try checked(item, key: key, in: table)
    _ = try await writer.submit(.put(complete, key: key, statements))
  }

  @discardableResult
  public func update(
    _ key: String, in table: Table, setting attributes: Item
  ) async throws(StoreError) -> Item {
    try ItemRules.check(key: key)
    try ItemRules.check(attributes: attributes, key: key, in: table)
    let statements = try statements(for: table)
    let outcome = try await writer.submit(.update(attributes, key: key, statements))
    guard case .item(let item) = outcome else { throw .notFound }
    return item
  }

  @discardableResult
  public func delete(_ key: String, from table: Table) async throws(StoreError) -> Bool {
    try ItemRules.check(key: key)
    let outcome = try await writer.submit(.delete(key: key, try statements(for: table)))
    return outcome.count > 0
  }

  public func list(
    _ table: Table, after cursor: PageCursor?, limit: Int
  ) async throws(StoreError) -> ItemPage {
    let limit = try ItemRules.pageLimit(limit)
    // Every key is longer than the empty text, so it stands before them all.
    let after =
      try cursor.map { cursor throws(StoreError) in
        try KeyCursor.key(of: cursor, in: table)
      } ?? ""
    let statements = try statements(for: table)
    let now = now()
    return try readers.read { db in
      try BoundStatement.with(statements.list, on: db) {
        try $0.bind(after, at: 1)
        try $0.bind(now, at: 2)
        var page = PageBuilder(of: table, limit: limit)
        while try $0.step(), page.add($0.item(of: table), key: $0.text(at: 0)) {}
        return page.finished
      }
    }
  }

  @discardableResult
  public func removeExpired(from table: Table) async throws(StoreError) -> Int {
    guard let sql = try statements(for: table).deleteExpired else { return 0 }
    var total = 0
    while true {
      let removed = try await writer.submit(.removeExpired(sql: sql)).count
      total += removed
      if removed < TableStatements.sweepRowsMax { return total }
    }
  }

  public func check() async throws(StoreError) {
    _ = try readers.read { db in
      try BoundStatement.with("SELECT count(*) FROM sqlite_schema", on: db) { try $0.step() }
    }
    _ = try await writer.submit(.probe)
    // A file that was removed or replaced still takes writes, which nobody will find again.
    guard SQLiteFile.identity(of: path) == fileIdentity else {
      throw .unavailable(reason: "'\(path)' is no longer the file that was opened")
    }
  }

  public func close() async {
    // The writer last: SQLite folds the WAL into the file when the last connection that may
    // write to it closes.
    readers.close()
    await writer.close()
  }

  private func checked(
    _ item: Item, key: String, in table: Table
  ) throws(StoreError) -> (Item, TableStatements) {
    try ItemRules.check(key: key)
    try ItemRules.check(attributes: item, key: key, in: table)
    return (try ItemRules.complete(item, key: key, in: table), try statements(for: table))
  }

  private func statements(for table: Table) throws(StoreError) -> TableStatements {
    guard let statements = statements[table.name], statements.table == table else {
      throw .invalid(reason: "table '\(table.name)' is not declared")
    }
    return statements
  }
}

extension WriteOutcome {
  fileprivate var count: Int { if case .count(let count) = self { count } else { 0 } }
}
