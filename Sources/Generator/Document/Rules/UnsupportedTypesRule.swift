import AccordYAML

extension Rule {
  /// Types, enumerations and constants that no Swift type is made for yet.
  static let unsupportedTypes = Rule(name: "unsupported-types") { set in
    set.inventory.schemas.flatMap { types($0) + enumeration($0) + constants($0) }
      + set.inventory.schemas.compactMap(defaultValue)
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
    let values = (schema.enumValues ?? []).filter { !$0.isNull }
    guard let first = values.first else { return nullAlone(schema) }
    let odd = values.filter { !isEnumerable($0) }.map {
      Diagnostic(at: $0.range, "\(describe($0)) in an enumeration is not supported yet")
    }
    if !odd.isEmpty { return odd }
    return values.filter { ($0.string == nil) != (first.string == nil) }.map {
      Diagnostic(
        at: $0.range, "an enumeration that mixes strings and integers is not supported yet",
        notes: [.note(at: first.range, "the first value is \(first.kindName)")])
    }
  }

  private static func nullAlone(_ schema: Schema) -> [Diagnostic] {
    guard schema.enumValues?.isEmpty == false else { return [] }
    return [
      Diagnostic(
        at: schema.range(of: "enum"), "an enumeration of null alone is not supported yet")
    ]
  }

  /// Integers must fit the widest Swift has.
  private static func isEnumerable(_ value: Node) -> Bool {
    value.scalar?.kind == .string || ExactNumber(value)?.int != nil
  }

  private static func describe(_ value: Node) -> String {
    value.scalar?.kind == .int ? "an integer of more than 64 bits" : value.kindName
  }

  private static func constants(_ schema: Schema) -> [Diagnostic] {
    let constant = schema.const.flatMap { value in
      isEnumerable(value)
        ? nil
        : Diagnostic(at: value.range, "\(describe(value)) as 'const' is not supported yet")
    }
    return [constant].compactMap(\.self)
  }

  /// A default becomes a Swift literal.
  private static func defaultValue(_ schema: Schema) -> Diagnostic? {
    guard let value = schema.annotations.defaultValue, value.scalar == nil else { return nil }
    return Diagnostic(at: value.range, "\(value.kindName) as 'default' is not supported yet")
  }
}
