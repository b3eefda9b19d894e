package import AccordYAML

/// A contract with every file its references reach: read, but not yet checked against the rules.
package struct DocumentSet: Sendable {
  package let root: Document
  /// In the order they were first reached; the root's file first.
  package let files: [SourceFile]
  /// What references point at, by file and pointer.
  package let targets: ReferenceTargets
  /// Every object read from any of the files.
  package let inventory: Inventory
  let patterns: Patterns
  let references: [PendingReference]
  /// References that lead nowhere, to be reported by the rule on references.
  let dangling: [Diagnostic]
  /// What generated code declares beside the contract's types, so that no name chosen may be it.
  var reservedTypeNames: [String] = []
}

extension DocumentSet {
  /// References that may follow one another before there is an object; the rule on references enforces it.
  static let hopsMax = 100

  /// Follows a chain of references. Nil when it dangles or never ends.
  package func resolve<Object: Referable>(_ referenced: Referenced<Object>) -> Resolved<Object>? {
    var current = referenced
    var identity: Identity?
    var hops = 0
    while let next = current.next {
      hops += 1
      guard hops <= Self.hopsMax, case .success(let target) = next.target,
        let found = targets[keyPath: Object.targets][target]
      else { return nil }
      identity = target
      current = found
    }
    guard case .inline(let object) = current else { return nil }
    return Resolved(value: object, identity: identity)
  }
}

extension DocumentSet {
  /// A schema, then what its `$ref` leads to, and so on: the last holds the assertions, and each may annotate
  /// (OpenAPI 3.1 lets keywords stand beside `$ref`). Nil as for `resolve`.
  func chain(from schema: Schema) -> [Schema]? {
    var chain = [schema]
    while let reference = chain[chain.count - 1].reference {
      guard chain.count <= Self.hopsMax, case .success(let target) = reference.target,
        case .inline(let next)? = targets.schemas[target]
      else { return nil }
      chain.append(next)
    }
    return chain
  }
}

extension Referenced {
  /// The reference to follow, when there is one.
  var next: Reference? {
    switch self {
    case .reference(let reference): reference
    case .inline(let schema as Schema): schema.reference
    case .inline(let item as PathItem): item.reference
    case .inline: nil
    }
  }
}

/// An object with the place a reference to it names.
package struct Resolved<Object: Referable>: Sendable {
  package let value: Object
  /// Nil when the object stands where it is used.
  package let identity: Identity?

  /// The name under `components`, when it is a component reached by reference.
  package var componentName: String? { identity?.componentName }
}
