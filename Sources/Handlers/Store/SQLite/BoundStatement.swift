import AccordRuntime
import GRDB
import GRDBSQLite

/// One execution of a cached statement.
///
/// GRDB prepares and caches; binding and fetching go to SQLite directly, because GRDB hands text
/// over without its length and so cuts it at U+0000.
struct BoundStatement {
  private let handle: SQLiteStatement
  private let connection: SQLiteConnection?

  /// Runs `body` on the statement with nothing bound, and leaves it reset for its next use:
  /// an unfinished one would keep its read transaction open.
  static func with<Value>(
    _ sql: String, on db: Database, _ body: (BoundStatement) throws -> Value
  ) throws -> Value {
    let statement = try db.cachedStatement(sql: sql)
    let bound = BoundStatement(
      handle: statement.sqliteStatement, connection: db.sqliteConnection)
    defer {
      sqlite3_reset(bound.handle)
      sqlite3_clear_bindings(bound.handle)
      withExtendedLifetime(statement) {}
    }
    return try body(bound)
  }

  func bind(_ text: String, at index: Int) throws {
    // With its length, so that U+0000 inside does not end it; SQLite copies before this returns.
    let code = text.withCString {
      sqlite3_bind_text(handle, Int32(index), $0, Int32(text.utf8.count), copied)
    }
    try check(code)
  }

  func bind(_ number: Int64, at index: Int) throws {
    try check(sqlite3_bind_int64(handle, Int32(index), number))
  }

  func bind(_ value: AttributeValue?, at index: Int) throws {
    switch value {
    case .string(let text)?: try bind(text, at: index)
    case .integer(let number)?: try bind(number, at: index)
    case .number(let number)?: try check(sqlite3_bind_double(handle, Int32(index), number))
    case .boolean(let flag)?: try bind(flag ? 1 : 0, at: index)
    case nil: try check(sqlite3_bind_null(handle, Int32(index)))
    }
  }

  /// True when there is a row to look at, false at the end.
  func step() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else { throw failure(code) }
    return false
  }

  /// Runs to the end and says how many rows changed.
  func run() throws -> Int {
    while try step() {}
    return Int(sqlite3_changes(connection))
  }

  /// The current row as an item of `table`, whose columns were selected key first.
  func item(of table: Table) -> Item {
    var item = Item()
    item.reserveCapacity(table.attributes.count + 1)
    item.append(table.keyAttribute, .string(text(at: 0)))
    for (index, attribute) in table.attributes.enumerated() {
      if let value = value(at: Int32(index + 1), of: attribute.kind) {
        item.append(attribute.name, value)
      }
    }
    return item
  }

  /// Nil for NULL. The schema lets no value of another type into the column.
  private func value(at column: Int32, of kind: Table.Kind) -> AttributeValue? {
    guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
    return switch kind {
    case .string: .string(text(at: column))
    case .integer: .integer(sqlite3_column_int64(handle, column))
    case .number: .number(sqlite3_column_double(handle, column))
    case .boolean: .boolean(sqlite3_column_int64(handle, column) != 0)
    }
  }

  func text(at column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    // SQLite owns these bytes until the next step; the string copies them here.
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }
}

// SQLITE_TRANSIENT, a cast in C that is not imported: it tells SQLite to copy what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
