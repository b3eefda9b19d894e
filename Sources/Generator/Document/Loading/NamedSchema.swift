import AccordYAML

/// A schema with a name of its own: a component, or what else a reference points at.
package struct NamedSchema: Sendable {
  package let name: String
  package let identity: Identity
  /// As written: it may itself be a reference to another schema.
  package let schema: Schema
}

extension NamedSchema {
  static func all(in set: DocumentSet) -> [NamedSchema] {
    let ofRoot = (set.root.components?.schemas ?? OrderedMap()).map {
      NamedSchema(
        name: $0.name,
        identity: Identity(
          file: set.root.range.file.path,
          pointer: JSONPointer(["components", "schemas", $0.name])),
        schema: $0.value)
    }
    var seen = Set(ofRoot.map(\.identity))
    let references = Reachability(set).referencesFromRoot()
    let reached = references.compactMap { NamedSchema($0, in: set) }
      .filter { seen.insert($0.identity).inserted }
    let components = ofRoot + reached.filter { $0.identity.componentName != nil }
    return components + apart(reached.filter { $0.identity.componentName == nil }, from: components)
  }

  /// What has no other place in Swift: a schema within another is named with that one, and an operation's own
  /// with the operation.
  private static func apart(_ others: [NamedSchema], from components: [NamedSchema])
    -> [NamedSchema]
  {
    var owned: Set<Reachability.Place> = []
    var schemas = (components + others).map(\.schema)
    while let schema = schemas.popLast() {
      for inner in schema.inner where owned.insert(Reachability.Place(inner.range)).inserted {
        schemas.append(inner)
      }
    }
    return others.filter {
      !owned.contains(Reachability.Place($0.schema.range))
        && $0.identity.pointer.tokens.first != "paths"
    }
  }

  private init?(_ pending: PendingReference, in set: DocumentSet) {
    guard case .success(let target) = pending.reference.target, pending.kind is Schema.Type,
      case .inline(let schema)? = set.targets.schemas[target]
    else { return nil }
    self.init(name: target.schemaName, identity: target, schema: schema)
  }
}

extension Identity {
  /// `Address` for `#/components/schemas/User/$defs/Address`, `User` for `models/User.yaml`.
  fileprivate var schemaName: String {
    let steps: Set = ["schema", "items", "additionalProperties", "content"]
    if let name = pointer.tokens.last(where: { !steps.contains($0) && !$0.contains("/") }) {
      return name
    }
    let stem = file.split(separator: "/").last?.split(separator: ".").first
    return stem.map(String.init) ?? file
  }
}

extension Schema {
  /// The schemas that a value's members, items and alternatives have, as written.
  fileprivate var inner: [Schema] {
    let values: [Schema] =
      if case .schema(let schema) = objects.additionalProperties { [schema] } else { [] }
    let items = [arrays.items].compactMap(\.self)
    return objects.properties.map(\.value) + items + values + combinations.oneOf
  }
}
