import AccordYAML

extension Rule {
  /// A link names an operation of the contract and parameters that it has.
  static let links = Rule(name: "links") { set in
    let operations = ValidatedOperation.all(in: set)
    return set.inventory.links.flatMap { problems(of: $0, operations) }
  }

  private static func problems(of link: Link, _ operations: [ValidatedOperation]) -> [Diagnostic] {
    if link.node["operationRef"] != nil {
      let range = link.range(ofKey: "operationRef")
      return [Diagnostic(at: range, "'operationRef' is not supported yet; use 'operationId'")]
    }
    if link.server != nil { return [Rule.notYet("server", in: link)] }
    guard let id = link.operationId else {
      return [Diagnostic(at: link.range, "a link needs 'operationId'")]
    }
    guard let operation = operations.first(where: { $0.id == id }) else {
      let hint = suggestion(for: id, among: operations.map(\.id))
      return [
        Diagnostic(at: link.range(of: "operationId"), "there is no operation '\(id)'\(hint)")
      ]
    }
    return link.parameters.flatMap {
      unknown($0, operation) + malformedExpression($0.value)
    } + (link.requestBody.map(malformedExpression) ?? [])
  }

  private static func unknown(
    _ entry: OrderedMap<Node>.Entry, _ operation: ValidatedOperation
  ) -> [Diagnostic] {
    let names = operation.parameters.map(\.value).flatMap {
      [$0.name, "\($0.location.rawValue).\($0.name)"]
    }
    if names.contains(entry.name) { return [] }
    let hint = suggestion(for: entry.name, among: names)
    return [
      Diagnostic(
        at: entry.nameRange,
        "the operation '\(operation.id)' has no parameter '\(entry.name)'\(hint)")
    ]
  }

  /// A text that begins with `$` is a runtime expression (4.8.20.4).
  private static func malformedExpression(_ value: Node) -> [Diagnostic] {
    guard let text = value.string, text.hasPrefix("$") else { return [] }
    if ["$url", "$method", "$statusCode"].contains(text) { return [] }
    let sources = ["header.", "query.", "path.", "body"]
    let prefixes = ["$request.", "$response."].flatMap { root in sources.map { root + $0 } }
    if prefixes.contains(where: text.hasPrefix) { return [] }
    return [Diagnostic(at: value.range, "'\(text)' is not a runtime expression")]
  }
}
