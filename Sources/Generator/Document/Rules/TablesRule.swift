import AccordYAML

extension Rule {
  /// A table stands on a component schema of an object, and has a name of its own that DynamoDB,
  /// SQL and a template can carry.
  static let tables = Rule(name: "tables") { set in
    misplaced(set) + set.tables.compactMap { misnamed($0.table) } + named(alike: set.tables)
  }

  private static func misplaced(_ set: DocumentSet) -> [Diagnostic] {
    let components = Set(set.componentSchemas.map { Reachability.Place($0.range) })
    return set.inventory.objects.filter { object in
      guard object.node[TableExtension.extensionKey] != nil else { return false }
      guard let schema = object as? Schema, schema.isPlainObject else { return true }
      return !components.contains(Reachability.Place(schema.range))
    }.map {
      Diagnostic(
        at: $0.range(ofKey: TableExtension.extensionKey),
        "'x-accord-table' stands on component schemas of type 'object' with 'properties' only")
    }
  }

  private static func misnamed(_ table: TableExtension) -> Diagnostic? {
    guard table.node["name"]?.string != nil else { return nil }
    let range = table.range(of: "name")
    guard table.isWellNamed else {
      return Diagnostic(
        at: range,
        "a table's name begins with a letter or digit and holds letters, digits, '_', '.' and '-'")
    }
    guard !table.hasReservedName else {
      return Diagnostic(
        at: range,
        "a table cannot be called '\(table.name)': the SQLite store keeps 'accord_store' and what "
          + "begins with 'sqlite_' for itself")
    }
    let count = table.name.utf8.count
    let lengths = TableExtension.nameLengths
    guard !lengths.contains(count) else { return nil }
    return Diagnostic(
      at: range,
      "a table's name has \(lengths.lowerBound) to \(lengths.upperBound) characters, which leaves "
        + "room for a suffix; this has \(count)")
  }

  private static func named(alike tables: [DeclaredTable]) -> [Diagnostic] {
    tables.map(\.table).filter(\.isWellNamed).duplicates(
      by: \.sign, at: { $0.range(of: "name") },
      { "the name '\($0.name)' is another table's, or like it but for case, '_', '.' and '-'" })
  }
}

extension TableExtension {
  /// DynamoDB has 3 to 255; a suffix of up to 64 and a dash before it come on top of these.
  package static let nameLengths = 3...190
}

/// A table of the contract, and the schema it stands on.
struct DeclaredTable {
  let table: TableExtension
  let schema: Schema
}

extension TableExtension {
  fileprivate var isWellNamed: Bool {
    name.utf8.first?.isAlphanumeric == true
      && name.utf8.allSatisfy { $0.isAlphanumeric || "_.-".utf8.contains($0) }
  }

  /// SQLite keeps names for tables of its own, and its store keeps one for what readiness writes.
  fileprivate var hasReservedName: Bool {
    let name = name.lowercased()
    return name.hasPrefix("sqlite_") || name == "accord_store"
  }
}

extension DocumentSet {
  /// In the order of the schemas; those that stand where no table may are left out.
  var tables: [DeclaredTable] {
    NamedSchema.all(in: self).compactMap { named in
      guard let table = named.schema.table, named.schema.isPlainObject else { return nil }
      return DeclaredTable(table: table, schema: named.schema)
    }
  }
}

extension Schema {
  /// Whether its values are objects with properties, by this schema itself.
  fileprivate var isPlainObject: Bool {
    reference == nil && combinations.oneOf.isEmpty && enumValues == nil && const == nil
      && !isNullable && impliedType == .object && !objects.properties.isEmpty
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
