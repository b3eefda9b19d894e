import AccordYAML

extension Rule {
  /// Every operation has an id of its own.
  static let operationIds = Rule(name: "operation-ids") { set in
    let items = (set.root.paths?.items ?? OrderedMap()).map {
      set.resolve(.inline($0.value))?.value ?? $0.value
    }
    let missing = items.flatMap { item in
      item.operations.filter {
        $0.operation.node.mapping != nil && $0.operation.node["operationId"] == nil
      }.map {
        Diagnostic(
          at: item.range(ofKey: $0.method.rawValue),
          "the operation needs an 'operationId', which names it in Swift")
      }
    }
    let named = items.flatMap(\.operations).map(\.operation).filter { $0.operationId != nil }
    let twice = named.duplicates(
      by: { $0.operationId ?? "" }, at: { $0.range(of: "operationId") },
      { "operationId '\($0.operationId ?? "")' is used twice" })
    let empty = named.filter { $0.operationId == "" }.map {
      Diagnostic(at: $0.range(of: "operationId"), "'operationId' must not be empty")
    }
    return missing + twice + empty
  }
}
