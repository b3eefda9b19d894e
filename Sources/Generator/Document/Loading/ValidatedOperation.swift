import AccordYAML

/// An operation with what it inherits from its path item and document.
package struct ValidatedOperation: Sendable {
  /// The operationId; unique in the contract.
  package let id: String
  package let method: Method
  /// The path template as written.
  package let path: String
  package let operation: Operation
  /// The path item's parameters that the operation does not override, then the operation's own.
  package let parameters: [Resolved<Parameter>]
  /// Alternatives, one of which must be met; a requirement without schemes admits anyone. Empty: none needed.
  package let security: [SecurityRequirement]
  /// The innermost list of servers that is not empty.
  package let servers: [Server]
  package let pathItem: PathItem
}

extension ValidatedOperation {
  static func all(in set: DocumentSet) -> [ValidatedOperation] {
    (set.root.paths?.items ?? OrderedMap()).flatMap { entry in
      let item = set.resolve(.inline(entry.value))?.value ?? entry.value
      return item.operations.map {
        ValidatedOperation(path: entry.name, item: item, entry: $0, set: set)
      }
    }
  }

  private init(path: String, item: PathItem, entry: PathItem.Entry, set: DocumentSet) {
    operation = entry.operation
    method = entry.method
    self.path = path
    pathItem = item
    id = operation.operationId ?? "\(method.rawValue) \(path)"
    parameters = Self.parameters(of: operation, in: item, set: set)
    security = operation.security ?? set.root.security ?? []
    servers = [operation.servers, item.servers, set.root.servers].first { !$0.isEmpty } ?? []
  }

  /// An operation's parameter replaces the path item's of the same name and location (4.8.10).
  static func parameters(
    of operation: Operation, in item: PathItem, set: DocumentSet
  ) -> [Resolved<Parameter>] {
    let own = operation.parameters.compactMap(set.resolve)
    let inherited = item.parameters.compactMap(set.resolve).filter { outer in
      !own.contains { $0.value.key == outer.value.key }
    }
    return inherited + own
  }
}
