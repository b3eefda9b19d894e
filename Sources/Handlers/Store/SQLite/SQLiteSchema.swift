import AccordRuntime
import GRDB

/// A column of a file that no table declares: an older release declared it, or a newer one does.
public struct UndeclaredColumn: Sendable, Hashable {
  public let table: String
  public let name: String
}

/// Brings a database file up to the declared tables: creates what is missing and adds new columns.
///
/// A new column is empty in the rows that were there; to read them, an attribute is absent. Columns
/// that are not declared stay, so that a release can be taken back: the older one works on the file
/// of the newer, and what only that one declares is there when it returns. A file is refused when
/// its key or the kind of a column is another, or when rows need a value that nobody declares.
enum SQLiteSchema {
  /// The store's own table: one row that readiness checks write.
  static let ownTable = "accord_store"
  static let probe = """
    INSERT INTO "accord_store" (name, value) VALUES ('probe', 0) \
    ON CONFLICT (name) DO UPDATE SET value = (value + 1) & 1023
    """

  /// Answers the columns that are not declared, in the order of the tables.
  static func prepare(_ tables: [Table], on db: Database) throws -> [UndeclaredColumn] {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS "accord_store" (name TEXT PRIMARY KEY NOT NULL, value INTEGER) STRICT
        """)
    return try tables.flatMap { table in
      let name = table.name.asciiLowercased
      guard name != ownTable.asciiLowercased, !name.starts(with: "sqlite_".utf8) else {
        throw StoreError.invalid(
          reason: "table '\(table.name)' has a name that SQLite or the store itself uses")
      }
      return try prepare(table, on: db)
    }
  }

  private static func prepare(
    _ table: Table, on db: Database
  ) throws -> [UndeclaredColumn] {
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
    return undeclared(existing, in: table).map {
      UndeclaredColumn(table: table.name, name: $0.name)
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
    if let column = undeclared(existing, in: table).first(where: \.needsValue) {
      throw mismatch(table, "a column '\(column.name)', which needs a value and is not declared")
    }
    for attribute in declared {
      let isKey = attribute.name.isExactly(table.keyAttribute)
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

  private static func undeclared(_ existing: [Column], in table: Table) -> [Column] {
    let names = Set(([table.keyAttribute] + table.attributes.map(\.name)).map(\.asciiLowercased))
    return existing.filter { !names.contains($0.name.asciiLowercased) }
  }

  private struct Column {
    let name: String
    let type: String
    let isKey: Bool
    /// Whether a row cannot be written without naming the column.
    let needsValue: Bool
  }

  private static func columns(of table: Table, on db: Database) throws -> [Column] {
    try Row.fetchAll(db, sql: "PRAGMA table_info(\(quoted(table.name)))").map { row in
      let keyPosition: Int = row["pk"]
      let (isNotNull, standard): (Bool, String?) = (row["notnull"], row["dflt_value"])
      return Column(
        name: row["name"], type: row["type"], isKey: keyPosition > 0,
        needsValue: isNotNull && standard == nil)
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
