import AccordYAML

extension Rule {
  /// What operations and documents may have that is not compiled yet.
  static let unsupportedOperations = Rule(name: "unsupported-operations") { set in
    let webhooks = set.inventory.documents.filter { !$0.webhooks.isEmpty }
      .map { notYet("webhooks", in: $0) }
    let componentCallbacks = set.inventory.components.filter { !$0.callbacks.isEmpty }
      .map { notYet("callbacks", in: $0) }
    let callbacks = set.inventory.operations.filter { !$0.callbacks.isEmpty }
      .map { notYet("callbacks", in: $0) }
    let siblings = set.inventory.pathItems.filter { $0.reference != nil }.flatMap { item in
      (item.node.mapping?.entries ?? [])
        .filter { !["$ref", "summary", "description"].contains($0.key.text) }
        .map {
          Diagnostic(at: $0.key.range, "'\($0.key.text)' beside '$ref' is not supported yet")
        }
    }
    return webhooks + componentCallbacks + callbacks + siblings + ownServers(set)
  }

  /// A generated client has one base URL for all its operations.
  private static func ownServers(_ set: DocumentSet) -> [Diagnostic] {
    let ofPathItems = set.inventory.pathItems
      .filter { !$0.servers.isEmpty && $0.reference == nil }.map { notYet("servers", in: $0) }
    let ofOperations = set.inventory.operations.filter { !$0.servers.isEmpty }
      .map { notYet("servers", in: $0) }
    return ofPathItems + ofOperations
  }

  static func notYet(_ key: String, in object: some DocumentObject) -> Diagnostic {
    Diagnostic(at: object.range(ofKey: key), "'\(key)' is not supported yet")
  }
}
