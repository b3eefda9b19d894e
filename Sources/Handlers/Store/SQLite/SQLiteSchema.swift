import AccordRuntime
import GRDB

/// Brings a database file up to the declared tables: creates what is missing, adds new columns, and
/// refuses a file whose columns are of other kinds or no longer declared: what they hold would be
/// out of everybody's sight.
///
/// A new column is empty in the rows that were there; to read them, an attribute is absent.
enum SQLiteSchema {
  /// The store's own table: one row that readiness checks write.
  static let ownTable = "accord_store"
  static let probe = """
    INSERT INTO "accord_store" (name, value) VALUES ('probe', 0) \
    ON CONFLICT (name) DO UPDATE SET value = (value + 1) & 1023
    """

  static func prepare(_ tables: [Table], on db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS "accord_store" (name TEXT PRIMARY KEY NOT NULL, value INTEGER) STRICT
        """)
    for table in tables {
      let name = table.name.asciiLowercased
      guard name != ownTable.asciiLowercased, !name.starts(with: "sqlite_".utf8) else {
        throw StoreError.invalid(
          reason: "table '\(table.name)' has a name that SQLite or the store itself uses")
      }
      try prepare(table, on: db)
    }
  }

  private static func prepare(_ table: Table, on db: Database) throws {
    let existing = try columns(of: table, on: db)
    if existing.isEmpty {
      try create(table, on: db)
    } else {
      try reconcile(table, with: existing, on: db)
    }
    if let expiry = table.expiryAttribute {
      let index = quoted("\(table.name) by \(expiry)")
      try db.execute(
        sql: """
          CREATE INDEX IF NOT EXISTS \(index) ON \(quoted(table.name)) (\(quoted(expiry))) \
          WHERE \(quoted(expiry)) IS NOT NULL
          """)
    }
  }

  /// Clustered by key, because every access is by key or in its order.
  private static func create(_ table: Table, on db: Database) throws {
    let columns =
      ["\(quoted(table.keyAttribute)) TEXT PRIMARY KEY NOT NULL"]
      + table.attributes.map(definition)
    try db.execute(
      sql: """
        CREATE TABLE \(quoted(table.name)) (\(columns.joined(separator: ", "))) STRICT, WITHOUT ROWID
        """)
  }

  private static func reconcile(
    _ table: Table, with existing: [Column], on db: Database
  ) throws {
    let declared = [Table.Attribute(table.keyAttribute, .string)] + table.attributes
    let names = Set(declared.map(\.name.asciiLowercased))
    if let column = existing.first(where: { !names.contains($0.name.asciiLowercased) }) {
      throw mismatch(table, "a column '\(column.name)', which is not declared")
    }
    for attribute in declared {
      let isKey = attribute.name == table.keyAttribute
      let column = existing.first {
        $0.name.asciiLowercased == attribute.name.asciiLowercased
      }
      switch column {
      case let column?:
        guard column.type == attribute.kind.sqlType, column.isKey == isKey else {
          throw mismatch(table, "no column '\(attribute.name)' of the declared kind")
        }
      case nil where isKey:
        throw mismatch(table, "no column '\(attribute.name)' of the declared kind")
      case nil:
        try db.execute(
          sql: "ALTER TABLE \(quoted(table.name)) ADD COLUMN \(definition(attribute))")
      }
    }
  }

  private struct Column {
    let name: String
    let type: String
    let isKey: Bool
  }

  private static func columns(of table: Table, on db: Database) throws -> [Column] {
    try Row.fetchAll(db, sql: "PRAGMA table_info(\(quoted(table.name)))").map { row in
      let keyPosition: Int = row["pk"]
      return Column(name: row["name"], type: row["type"], isKey: keyPosition > 0)
    }
  }

  private static func definition(_ attribute: Table.Attribute) -> String {
    "\(quoted(attribute.name)) \(attribute.kind.sqlType)"
  }

  private static func mismatch(_ table: Table, _ difference: String) -> StoreError {
    .unavailable(
      reason: """
        the file's table '\(table.name)' has \(difference); it was made for another declaration
        """)
  }
}

extension Table.Kind {
  fileprivate var sqlType: String {
    switch self {
    case .string: "TEXT"
    case .integer: "INTEGER"
    case .number: "REAL"
    // As good as INTEGER to SQLite, and another word, so that a change of kind is seen.
    case .boolean: "INT"
    }
  }
}
