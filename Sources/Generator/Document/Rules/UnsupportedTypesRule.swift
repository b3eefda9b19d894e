import AccordYAML

extension Rule {
  /// Types, enumerations and constants that no Swift type is made for yet.
  static let unsupportedTypes = Rule(name: "unsupported-types") { set in
    set.inventory.schemas.flatMap { types($0) + enumeration($0) + constants($0) }
  }

  private static func types(_ schema: Schema) -> [Diagnostic] {
    guard let types = schema.types, !types.isEmpty else { return [] }
    let range = schema.range(of: "type")
    let others = types.filter { $0 != .null }
    if others.isEmpty {
      return [Diagnostic(at: range, "the type 'null' alone is not supported yet")]
    }
    if others.count > 1 {
      return [Diagnostic(at: range, "more than one type beside 'null' is not supported yet")]
    }
    return []
  }

  private static func enumeration(_ schema: Schema) -> [Diagnostic] {
    guard let values = schema.enumValues, let first = values.first else { return [] }
    let odd = values.filter { !isEnumerable($0) }.map {
      Diagnostic(at: $0.range, "\($0.kindName) in an enumeration is not supported yet")
    }
    if !odd.isEmpty { return odd }
    return values.filter { $0.kindName != first.kindName }.map {
      Diagnostic(
        at: $0.range, "an enumeration that mixes strings and integers is not supported yet",
        notes: [.note(at: first.range, "the first value is \(first.kindName)")])
    }
  }

  private static func isEnumerable(_ value: Node) -> Bool {
    value.scalar?.kind == .string || value.scalar?.kind == .int
  }

  private static func constants(_ schema: Schema) -> [Diagnostic] {
    let annotations = [("const", schema.const), ("default", schema.annotations.defaultValue)]
    return annotations.compactMap { key, value in
      guard let value, value.scalar == nil else { return nil }
      return Diagnostic(at: value.range, "\(value.kindName) as '\(key)' is not supported yet")
    }
  }
}
