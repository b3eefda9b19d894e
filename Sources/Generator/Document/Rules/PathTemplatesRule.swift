import AccordYAML

extension Rule {
  /// The `{names}` of a path are the operation's path parameters, neither more nor fewer.
  static let pathTemplates = Rule(name: "path-templates") { set in
    let items = set.root.paths?.items ?? OrderedMap()
    return items.flatMap { malformed($0) }
      + zipOperations(set).flatMap { undeclared($0, $1) + unused($0, $1) }
  }

  private static func zipOperations(
    _ set: DocumentSet
  ) -> [(ValidatedOperation, SourceRange)] {
    let ranges = Dictionary(
      (set.root.paths?.items ?? OrderedMap()).map { ($0.name, $0.nameRange) },
      uniquingKeysWith: { first, _ in first })
    return ValidatedOperation.all(in: set).compactMap { operation in
      // Where braces have no partners, what stands between them is no name.
      PathTemplate(operation.path).strayBrace != nil
        ? nil : ranges[operation.path].map { (operation, $0) }
    }
  }

  private static func malformed(_ entry: OrderedMap<PathItem>.Entry) -> [Diagnostic] {
    let template = PathTemplate(entry.name)
    var problems = template.expressions.duplicates(
      by: \.name, at: { entry.nameRange.pointing(into: entry.name, offset: $0.offset) },
      { "the path names '{\($0.name)}' twice" })
    problems += template.expressions.filter(\.name.isEmpty).map {
      let range = entry.nameRange.pointing(into: entry.name, offset: $0.offset)
      return Diagnostic(at: range, "the path needs a name between these braces")
    }
    problems += template.expressions.filter { $0.name.contains("/") }.map {
      let range = entry.nameRange.pointing(into: entry.name, offset: $0.offset)
      return Diagnostic(
        at: range, "the name '{\($0.name)}' reaches past its segment: it must not contain '/'")
    }
    if let offset = template.strayPercent {
      let range = entry.nameRange.pointing(into: entry.name, offset: offset)
      let message = "the path '\(entry.name)' can match no request: this '%' begins no escape"
      problems.append(Diagnostic(at: range, message))
    }
    if let offset = template.strayBrace {
      let range = entry.nameRange.pointing(into: entry.name, offset: offset)
      problems.append(Diagnostic(at: range, "this brace of the path has no partner"))
    }
    return problems
  }

  private static func undeclared(
    _ operation: ValidatedOperation, _ path: SourceRange
  ) -> [Diagnostic] {
    let declared = Set(operation.pathParameters.map(\.name))
    return PathTemplate(operation.path).expressions
      .filter { !$0.name.isEmpty && !declared.contains($0.name) }.map {
        Diagnostic(
          at: path.pointing(into: operation.path, offset: $0.offset),
          "'{\($0.name)}' is not declared as a path parameter of '\(operation.id)'"
            + suggestion(for: $0.name, among: declared.sorted()))
      }
  }

  private static func unused(
    _ operation: ValidatedOperation, _ path: SourceRange
  ) -> [Diagnostic] {
    let named = PathTemplate(operation.path).expressions.map(\.name)
    return operation.pathParameters.filter { !named.contains($0.name) }.map {
      Diagnostic(
        at: $0.range(of: "name"),
        "the path '\(operation.path)' has no '{\($0.name)}'"
          + suggestion(for: $0.name, among: named),
        notes: [.note(at: path, "the path is here")])
    }
  }
}

extension ValidatedOperation {
  fileprivate var pathParameters: [Parameter] {
    parameters.map(\.value).filter { $0.location == .path }
  }
}
