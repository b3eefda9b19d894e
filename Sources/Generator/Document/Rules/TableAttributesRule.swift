import AccordYAML

extension Rule {
  /// A table can hold all of its objects, finds them by their key and knows when they expire.
  static let tableAttributes = Rule(name: "table-attributes") { set in
    set.tables.flatMap { declared in
      unstorable(declared, set) + namedAlike(declared.schema) + open(declared.schema)
        + [key(declared, set), expiry(declared, set)].compactMap(\.self)
    }
  }

  private static func key(_ declared: DeclaredTable, _ set: DocumentSet) -> Diagnostic? {
    guard declared.table.node["key"]?.string != nil else { return nil }
    let name = declared.table.key
    let range = declared.table.range(of: "key")
    guard let property = declared.schema.objects.properties[name] else {
      return noProperty(name, of: declared, at: range)
    }
    let notes = [Diagnostic.note(at: property.range, "the property is here")]
    guard set.storedKind(of: property) == .string else {
      return Diagnostic(
        at: range, "a table's key must be a string, and '\(name)' is not", notes: notes)
    }
    guard declared.schema.objects.required.contains(exactly: name) else {
      return Diagnostic(
        at: range, "a table's key must be required, and '\(name)' is not", notes: notes)
    }
    return nil
  }

  private static func expiry(_ declared: DeclaredTable, _ set: DocumentSet) -> Diagnostic? {
    guard let name = declared.table.expires else { return nil }
    let range = declared.table.range(of: "expires")
    guard let property = declared.schema.objects.properties[name] else {
      return noProperty(name, of: declared, at: range)
    }
    guard set.storedKind(of: property) != .integer else { return nil }
    return Diagnostic(
      at: range, "a table expires by an integer, seconds since 1970, and '\(name)' is none",
      notes: [.note(at: property.range, "the property is here")])
  }

  private static func noProperty(
    _ name: String, of declared: DeclaredTable, at range: SourceRange
  ) -> Diagnostic {
    let hint = suggestion(for: name, among: declared.schema.objects.properties.map(\.name))
    return Diagnostic(at: range, "the schema has no property '\(name)'\(hint)")
  }

  private static func unstorable(_ declared: DeclaredTable, _ set: DocumentSet) -> [Diagnostic] {
    declared.schema.objects.properties.compactMap { property in
      if property.name.isEmpty || property.name.utf8.count > 255 || property.name.utf8.contains(0) {
        return Diagnostic(
          at: property.nameRange,
          "a property in a table has a name of 1 to 255 bytes, and no U+0000 in it")
      }
      guard set.isBroken(property.value) == false, set.storedKind(of: property.value) == nil else {
        return nil
      }
      return Diagnostic(
        at: property.nameRange,
        "a table cannot hold '\(property.name)': it holds strings, integers, numbers and booleans, "
          + "and no null",
        notes: [.note(at: declared.table.range, "the table is declared here")])
    }
  }

  /// SQL takes names that differ in the case of ASCII letters alone for one.
  private static func namedAlike(_ schema: Schema) -> [Diagnostic] {
    schema.objects.properties.duplicates(
      by: { $0.name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }, at: \.nameRange,
      { "'\($0.name)' and another property of the table differ in case alone" })
  }

  private static func open(_ schema: Schema) -> [Diagnostic] {
    switch schema.objects.additionalProperties {
    case .allowed(isWritten: false), .denied: []
    case .allowed(isWritten: true), .schema:
      [
        Diagnostic(
          at: schema.range(ofKey: "additionalProperties"),
          "a table cannot hold members that its schema does not name")
      ]
    }
  }
}

extension DocumentSet {
  /// What a property's schema, its references followed, is held in.
  fileprivate func storedKind(of schema: Schema) -> StoredKind? {
    chain(from: schema)?.last?.storedKind
  }

  /// Whether the schema's references lead nowhere, which another rule reports.
  fileprivate func isBroken(_ schema: Schema) -> Bool { chain(from: schema) == nil }
}
