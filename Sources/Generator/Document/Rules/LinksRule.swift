import AccordYAML

extension Rule {
  /// A link names an operation of the contract and parameters that it has.
  static let links = Rule(name: "links") { set in
    let operations = ValidatedOperation.all(in: set)
    return set.namingLinks.flatMap { problems(of: $0, operations) }
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
    return link.parameters.flatMap { unknown($0, operation) + problems(ofValue: $0.value) }
      + (link.requestBody.map(problems(ofBody:)) ?? [])
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

  /// A body is a constant, or an object of whose members some are expressions.
  private static func problems(ofBody node: Node) -> [Diagnostic] {
    guard let mapping = node.mapping else {
      return expressions(in: node).map { Diagnostic(at: $0.range, notYet($0, "for a whole body")) }
    }
    return mapping.entries.flatMap { problems(ofValue: $0.value) }
  }

  private static func problems(ofValue node: Node) -> [Diagnostic] {
    if let text = node.string, text.hasPrefix("$") { return problems(of: text, at: node) }
    return expressions(in: node).map {
      Diagnostic(at: $0.range, notYet($0, "inside a text or a nested value"))
    }
  }

  private static func notYet(_ node: Node, _ place: String) -> String {
    "the runtime expression '\(node.string ?? "")' is not supported yet \(place)"
  }

  /// A text that begins with `$` is a runtime expression (4.8.20.4).
  private static func problems(of text: String, at node: Node) -> [Diagnostic] {
    let sources = ["header.", "query.", "path.", "body"]
    let prefixes = ["$request.", "$response."].flatMap { root in sources.map { root + $0 } }
    let isKnown =
      ["$url", "$method", "$statusCode"].contains(text) || prefixes.contains(where: text.hasPrefix)
    guard isKnown else {
      return [Diagnostic(at: node.range, "'\(text)' is not a runtime expression")]
    }
    let isWholeMember = text.hasPrefix("$request.body#/") && text.split(separator: "/").count == 2
    let isPart = ["$request.header.", "$request.query.", "$request.path.", "$response.header."]
      .contains(where: text.hasPrefix)
    let isAnswer = text == "$response.body" || text.hasPrefix("$response.body#")
    if isWholeMember || isPart || isAnswer { return [] }
    return [Diagnostic(at: node.range, notYet(node, "in a link"))]
  }

  /// The texts that are expressions, or have some in braces.
  private static func expressions(in node: Node) -> [Node] {
    switch node.content {
    case .mapping(let mapping): mapping.entries.flatMap { expressions(in: $0.value) }
    case .sequence(let nodes): nodes.flatMap(expressions)
    case .scalar:
      node.string.map { $0.hasPrefix("$") || $0.contains("{$") ? [node] : [] } ?? []
    }
  }
}
