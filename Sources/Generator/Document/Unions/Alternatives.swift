import AccordYAML

/// An alternative of a `oneOf`, its references followed.
struct Alternative {
  /// As the list of alternatives has it.
  let written: Schema
  let target: Schema
  /// Where its `$ref` leads; nil for one that is declared in place.
  let identity: Identity?
  /// For messages: the component's name, or its number in the list.
  let name: String
  let signs: ObjectSigns
}

extension DocumentSet {
  /// The alternatives of a schema's `oneOf`; one whose reference dangles, which has been reported,
  /// is left out.
  func alternatives(of schema: Schema) -> [Alternative] {
    schema.combinations.oneOf.enumerated().compactMap { index, written in
      guard let resolved = resolve(.inline(written)) else { return nil }
      return Alternative(
        written: written, target: resolved.value, identity: resolved.identity,
        name: resolved.componentName.map { "'\($0)'" } ?? "alternative \(index + 1)",
        signs: signs(of: resolved.value))
    }
  }

  func signs(of schema: Schema) -> ObjectSigns {
    ObjectSigns(of: schema) { resolve(.inline($0))?.value }
  }
}

extension Schema {
  /// Whether a structure is made for the schema, rather than a dictionary.
  var isStructure: Bool {
    guard combinations.oneOf.isEmpty, impliedType == .object else { return false }
    if case .denied = objects.additionalProperties { return true }
    return !objects.properties.isEmpty
  }
}
