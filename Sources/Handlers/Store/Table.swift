/// One kind of object that a store keeps. Declared once, by the contract; never built from what a
/// caller sent, because its names become identifiers of the database.
public struct Table: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case string, integer }

  public struct Attribute: Sendable, Hashable {
    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  public let name: String
  /// The string attribute every item is found by. Not among `attributes`.
  public let keyAttribute: String
  /// In the order in which items show them. Names may not differ by ASCII case alone.
  public let attributes: [Attribute]
  /// An integer attribute, in seconds since 1970: from that second on the item is gone. An item
  /// without the attribute stays.
  public let expiryAttribute: String?

  public init(
    _ name: String, key keyAttribute: String, attributes: [Attribute],
    expiry expiryAttribute: String? = nil
  ) {
    self.name = name
    self.keyAttribute = keyAttribute
    self.attributes = attributes
    self.expiryAttribute = expiryAttribute
  }
}

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
