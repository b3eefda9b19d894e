package import AccordYAML

/// The methods a path item may have (4.8.9), in the order the specification lists them.
package enum Method: String, CaseIterable, Sendable, Hashable {
  case get, put, post, delete, options, head, patch, trace
}

/// The path item object (4.8.9). `reference` is its `$ref`.
package struct PathItem: Referable {
  package static let kindName = "a path item"
  package static let componentsKey = "pathItems"
  package static let holdsReference = true
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.pathItems
  }

  package struct Entry: Sendable {
    package let method: Method
    package let operation: Operation
  }

  package let node: Node
  package let reference: Reference?
  package let summary: String?
  package let description: String?
  /// In file order.
  package let operations: [Entry]
  package let servers: [Server]
  package let parameters: [Referenced<Parameter>]
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    reference = object.referenceKeyword(to: PathItem.self)
    summary = object.string("summary")
    description = object.string("description")
    operations = Self.operations(object)
    servers = object.objects("servers")
    parameters = object.referencedList("parameters")
    extensions = object.extensions()
  }

  private static func operations(_ object: ObjectReader) -> [Entry] {
    let methods = Method.allCases.filter { object.value($0.rawValue) != nil }
    let inFileOrder = methods.sorted {
      object.node[$0.rawValue]?.range.start ?? .init(line: 0, column: 0)
        < object.node[$1.rawValue]?.range.start ?? .init(line: 0, column: 0)
    }
    return inFileOrder.compactMap { method in
      object.object(method.rawValue).map { Entry(method: method, operation: $0) }
    }
  }
}

extension ObjectReader {
  /// The `$ref` of an object in which other keys may stand beside it.
  func referenceKeyword(to kind: any Referable.Type) -> Reference? {
    guard let text = string("$ref") else { return nil }
    let reference = Reference(keywordOf: node, text: text)
    log.note(reference, to: kind)
    return reference
  }
}
