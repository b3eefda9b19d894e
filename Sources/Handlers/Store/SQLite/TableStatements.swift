import AccordRuntime

/// The SQL of one declared table. Values are always bound; only declared names, quoted, are text.
///
/// Parameters: `?1` is the key (or the cursor's key) and `?2` the clock in seconds, except that
/// writes of whole rows bind the key and the attributes in declared order and the clock last, and
/// the sweep has the clock alone.
struct TableStatements: Sendable {
  let table: Table
  /// `put` replaces a whole row, columns that are not declared too; `merge` leaves those as they are.
  let create, put, merge, read, delete, list: String
  /// Nil for a table whose items do not expire.
  let deleteExpired: String?

  /// Rows one sweep removes in a group, so that waiting writes are not held up by a large one.
  static let sweepRowsMax = 500

  /// - Parameter undeclared: the columns that the file has beside those of `table`.
  init(_ table: Table, undeclared: [String]) {
    self.table = table
    let name = quoted(table.name)
    let key = quoted(table.keyAttribute)
    let columns = ([table.keyAttribute] + table.attributes.map(\.name)).map(quoted)
    let parameters = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    let now = "?\(columns.count + 1)"
    let insert = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(parameters))"
    let conflict = "\(insert) ON CONFLICT (\(key)) DO UPDATE SET "
    // What is excluded has the default in columns that the insert does not name.
    let replace = conflict + Self.assignments(columns + undeclared.map(quoted))
    let expiry = table.expiryAttribute.map(quoted)
    let live = expiry.map { "(\($0) IS NULL OR \($0) > ?2)" } ?? "?2 = ?2"

    create =
      expiry.map { "\(replace) WHERE \(name).\($0) <= \(now)" }
      ?? "\(insert) ON CONFLICT (\(key)) DO NOTHING"
    put = replace
    merge = conflict + Self.assignments(columns)
    let select = "SELECT \(columns.joined(separator: ", ")) FROM \(name)"
    read = "\(select) WHERE \(key) = ?1 AND \(live)"
    delete = "DELETE FROM \(name) WHERE \(key) = ?1 AND \(live)"
    deleteExpired =
      expiry.map {
        """
        DELETE FROM \(name) WHERE \(key) IN (SELECT \(key) FROM \(name) \
        WHERE \($0) <= ?1 LIMIT \(Self.sweepRowsMax))
        """
      }
    list = "\(select) WHERE \(key) > ?1 AND \(live) ORDER BY \(key)"
  }

  /// Of all columns but the first, which is the key; of that where there is no other.
  private static func assignments(_ columns: [String]) -> String {
    (columns.count == 1 ? columns[...] : columns.dropFirst())
      .map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
  }
}

/// An SQL identifier, whatever it contains: also a quote that a combining mark follows, which SQL
/// reads as a quote though a `Character` holds both.
func quoted(_ name: String) -> String {
  var text = "\""
  for scalar in name.unicodeScalars { text += scalar == "\"" ? "\"\"" : String(scalar) }
  return text + "\""
}
