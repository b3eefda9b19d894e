import AccordYAML

extension Rule {
  /// A link names an operation of the contract, and gives it values that it takes, from where there
  /// are some.
  static let links = Rule(name: "links") { set in
    let operations = ValidatedOperation.all(in: set)
    let sources = LinkSource.all(in: set).flatMap { source in
      source.response.links.compactMap { set.resolve($0.value)?.value }
        .flatMap { missing(in: $0, from: source, set) }
    }
    return set.namingLinks.flatMap { problems(of: $0, operations, set) } + sources
  }

  private static func problems(
    of link: Link, _ operations: [ValidatedOperation], _ set: DocumentSet
  ) -> [Diagnostic] {
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
    return LinkTarget(operation: operation, set: set).problems(of: link)
      + link.parameters.flatMap { problems(ofValue: $0.value) }
      + (link.requestBody.map(problems(ofBody:)) ?? [])
  }

  /// The expressions of a link that find nothing where it stands.
  private static func missing(
    in link: Link, from source: LinkSource, _ set: DocumentSet
  ) -> [Diagnostic] {
    let members = link.requestBody?.mapping?.entries.map(\.value) ?? []
    return (link.parameters.map(\.value) + members).compactMap { node in
      guard let expression = node.string.flatMap(LinkExpression.init) else { return nil }
      return source.missing(expression, in: set).map { Diagnostic(at: node.range, $0) }
    }
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
    switch LinkExpression(text) {
    case nil: [Diagnostic(at: node.range, "'\(text)' is not a runtime expression")]
    case .unsupported?: [Diagnostic(at: node.range, notYet(node, "in a link"))]
    case .malformedPointer?:
      [Diagnostic(at: node.range, "'\(text)' needs a JSON pointer, such as '/id', behind '#'")]
    case .parameter?, .header?, .request?, .response?: []
    }
  }

  /// The texts that are expressions, or have some in braces.
  fileprivate static func expressions(in node: Node) -> [Node] {
    switch node.content {
    case .mapping(let mapping): mapping.entries.flatMap { expressions(in: $0.value) }
    case .sequence(let nodes): nodes.flatMap(expressions)
    case .scalar:
      node.string.map { $0.hasPrefix("$") || $0.contains("{$") ? [node] : [] } ?? []
    }
  }
}

/// The operation that a link leads to: what it is given must be what it takes.
private struct LinkTarget {
  let operation: ValidatedOperation
  let set: DocumentSet

  func problems(of link: Link) -> [Diagnostic] {
    link.parameters.flatMap(problems) + twice(link) + body(link)
  }

  private func problems(of entry: OrderedMap<Node>.Entry) -> [Diagnostic] {
    let parameters = operation.parameters.map(\.value)
    guard let parameter = parameters.first(where: { $0.isNamed(entry.name) }) else {
      let names = parameters.flatMap { [$0.name, $0.qualifiedName] }
      return [
        Diagnostic(
          at: entry.nameRange,
          "the operation '\(operation.id)' has no parameter '\(entry.name)'"
            + suggestion(for: entry.name, among: names))
      ]
    }
    return parameter.schema.map { misfits(entry.value, $0) } ?? []
  }

  private func twice(_ link: Link) -> [Diagnostic] {
    operation.parameters.map(\.value).flatMap { parameter in
      let entries = link.parameters.filter { parameter.isNamed($0.name) }
      return entries.dropFirst().map {
        Diagnostic(
          at: $0.nameRange, "the parameter '\(parameter.name)' has a value already",
          notes: [.note(at: entries[0].nameRange, "it is here")])
      }
    }
  }

  private func body(_ link: Link) -> [Diagnostic] {
    guard let node = link.requestBody else { return [] }
    guard let body = operation.operation.requestBody else {
      return [
        Diagnostic(
          at: link.range(ofKey: "requestBody"), "the operation '\(operation.id)' takes no body")
      ]
    }
    guard let schema = set.resolve(body)?.value.content.first?.value.schema else { return [] }
    guard let mapping = node.mapping, !Rule.expressions(in: node).isEmpty else {
      return misfits(node, schema)
    }
    return mapping.entries.flatMap { member($0, of: schema) }
  }

  /// Where other members are known only when the link is followed, each is looked at by itself.
  private func member(_ entry: Node.Entry, of written: Schema) -> [Diagnostic] {
    guard set.mayHave([entry.key.text], written) else {
      let hint = suggestion(for: entry.key.text, among: set.memberNames(of: written))
      return [
        Diagnostic(
          at: entry.key.range,
          "the body of '\(operation.id)' has no member '\(entry.key.text)'\(hint)")
      ]
    }
    let property = set.resolve(.inline(written))?.value.objects.properties[entry.key.text]
    return property.map { misfits(entry.value, $0) } ?? []
  }

  /// A constant is held against the schema; where expressions are, it is not known yet.
  private func misfits(_ value: Node, _ schema: Schema) -> [Diagnostic] {
    guard Rule.expressions(in: value).isEmpty else { return [] }
    var checker = ValueChecker(set: set)
    checker.check(value, against: schema, as: "the value")
    return checker.problems
  }
}

extension Parameter {
  fileprivate var qualifiedName: String { "\(location.rawValue).\(name)" }

  fileprivate func isNamed(_ text: String) -> Bool {
    text.isExactly(name) || text.isExactly(qualifiedName)
  }
}
