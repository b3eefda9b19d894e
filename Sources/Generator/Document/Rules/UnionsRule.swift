import AccordYAML

extension Rule {
  /// The alternatives of a `oneOf` are objects, and no object can be two of them.
  static let unions = Rule(name: "unions") { set in
    set.inventory.schemas.filter { $0.node["oneOf"] != nil }.flatMap { schema -> [Diagnostic] in
      let alternatives = set.alternatives(of: schema)
      let odd = alternatives.compactMap(refusal)
      let problems = count(schema) + siblings(schema) + odd
      guard odd.isEmpty else { return problems }
      return problems + inseparable(alternatives) + number(schema, alternatives)
    }
  }

  private static func count(_ schema: Schema) -> [Diagnostic] {
    guard schema.node["oneOf"]?.sequence != nil, schema.combinations.oneOf.count < 2 else {
      return []
    }
    return [
      Diagnostic(at: schema.range(ofKey: "oneOf"), "'oneOf' needs at least two alternatives")
    ]
  }

  private static let assertions: Set = [
    "enum", "const", "format", "multipleOf", "minimum", "exclusiveMinimum", "maximum",
    "exclusiveMaximum", "minLength", "maxLength", "pattern", "items", "minItems", "maxItems",
    "uniqueItems", "properties", "required", "additionalProperties", "minProperties",
    "maxProperties",
  ]

  private static func siblings(_ schema: Schema) -> [Diagnostic] {
    // Beside '$ref' they are refused already.
    guard schema.reference == nil else { return [] }
    let beside = (schema.node.mapping?.entries ?? []).map(\.key)
      .filter { assertions.contains($0.text) }
      .map { Diagnostic(at: $0.range, "'\($0.text)' beside 'oneOf' is not supported yet") }
    guard let types = schema.types, !types.isEmpty, types != [.object] else { return beside }
    let type = Diagnostic(at: schema.range(of: "type"), "'type' beside 'oneOf' must be 'object'")
    return beside + [type]
  }

  private static func refusal(_ alternative: Alternative) -> Diagnostic? {
    let target = alternative.target
    let range = alternative.written.range
    if !target.combinations.oneOf.isEmpty {
      return Diagnostic(at: range, "a 'oneOf' within a 'oneOf' is not supported yet")
    }
    guard target.isStructure else {
      return Diagnostic(
        at: range, "an alternative that is not an object with properties is not supported yet")
    }
    guard target.types?.contains(.null) == true else { return nil }
    return Diagnostic(at: range, "an alternative that may be null is not supported yet")
  }

  private static func inseparable(_ alternatives: [Alternative]) -> [Diagnostic] {
    alternatives.indices.flatMap { index -> [Diagnostic] in
      let second = alternatives[index]
      return alternatives[..<index].filter { first in
        first.target === second.target || first.signs.difference(from: second.signs) == nil
      }.map { inseparable(second, from: $0) }
    }
  }

  private static func inseparable(_ second: Alternative, from first: Alternative) -> Diagnostic {
    Diagnostic(
      at: second.written.range,
      "an object may fit both \(first.name) and \(second.name); a required string with another "
        + "'const' in each, or 'additionalProperties: false' and a required property that only "
        + "one has, would tell them apart",
      notes: [.note(at: first.written.range, "\(first.name) is here")])
  }

  /// Generated code counts alternatives in the bits of a word, unless one member says it all.
  private static func number(_ schema: Schema, _ alternatives: [Alternative]) -> [Diagnostic] {
    guard alternatives.count > 64, alternatives.map(\.signs).tag == nil else { return [] }
    return [
      Diagnostic(
        at: schema.range(ofKey: "oneOf"),
        "more than 64 alternatives without a property whose 'const' tells all of them apart are "
          + "not supported yet")
    ]
  }
}
