import AccordModel

/// The tables of several contracts, for one template.
struct TableCollection {
  /// In the order of the contracts; one that several contracts reach comes once.
  let tables: [Table]

  /// Each has two of the 200 outputs that a template may have.
  private static let tablesMax = 100

  /// Throws where there is no table at all, where there are too many for a template, and where two
  /// have names that it cannot tell apart: within one contract a rule has seen to that already.
  init(_ contracts: [Contract]) throws(TableProblem) {
    var places: Set<Place> = []
    let tables = contracts.flatMap(\.tables).filter { places.insert($0.place).inserted }
    guard !tables.isEmpty else { throw .none(in: contracts.map(\.source)) }
    guard tables.count <= Self.tablesMax else { throw .tooMany(tables.count) }
    var first: [String: Table] = [:]
    for table in tables {
      if let other = first.updateValue(table, forKey: table.sign) {
        throw .alike(table, other)
      }
    }
    self.tables = tables
  }
}

/// Why there is no template.
package struct TableProblem: Error, CustomStringConvertible {
  /// With the places of the tables, where there are any, and a line feed at the end.
  package let description: String

  static func none(in files: [String]) -> TableProblem {
    TableProblem(
      description: files.map { "\($0): error: no schema here has 'x-accord-table'\n" }.joined())
  }

  static func tooMany(_ count: Int) -> TableProblem {
    TableProblem(
      description: "error: a template has room for 100 tables, and these are \(count)\n")
  }

  static func alike(_ table: Table, _ other: Table) -> TableProblem {
    TableProblem(
      description: """
        \(position(table.place)): error: the name '\(table.name)' is another table's, or like it \
        but for case, '_', '.' and '-'
        \(position(other.place)): note: that table is '\(other.name)'

        """)
  }

  private static func position(_ place: Place) -> String {
    "\(place.file):\(place.line):\(place.column)"
  }
}
