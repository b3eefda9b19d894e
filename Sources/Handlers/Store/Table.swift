public import AccordRuntime

/// One kind of object that a store keeps, as the contract declares it.
public typealias Table = TableSchema

extension Table {
  /// Why no store can keep this table, or nil. Stores ask when they are opened.
  var declarationProblem: String? {
    let names = [keyAttribute] + attributes.map(\.name)
    if ([name] + names).contains(where: { $0.isEmpty || $0.utf8.contains(0) }) {
      return "table '\(name)' has a name that is empty or contains U+0000"
    }
    if Set(names.map { $0.asciiLowercased }).count < names.count {
      return "table '\(name)' declares an attribute twice"
    }
    if let expiryAttribute, !attributes.contains(Attribute(expiryAttribute, .integer)) {
      return "table '\(name)' expires by '\(expiryAttribute)', which is not one of its integers"
    }
    return nil
  }

  static func problem(in tables: [Table]) -> String? {
    if let problem = tables.lazy.compactMap(\.declarationProblem).first { return problem }
    let names = tables.map { $0.name.asciiLowercased }
    return Set(names).count < names.count ? "a table is declared twice" : nil
  }
}

extension String {
  /// As SQLite compares identifiers: ASCII letters fold, nothing else does.
  var asciiLowercased: [UInt8] {
    utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
