import AccordYAML

extension Rule {
  /// Paths begin with `/`, and no two have the same requests.
  static let paths = Rule(name: "paths") { set in
    var problems = set.inventory.documents.filter(isEmpty).map {
      Diagnostic(at: $0.range, "a document needs 'paths', 'components' or 'webhooks'")
    }
    var first: [[[PathTemplate.RoutedPiece]]: OrderedMap<PathItem>.Entry] = [:]
    for entry in set.root.paths?.items ?? OrderedMap() {
      if !entry.name.hasPrefix("/") {
        problems.append(
          Diagnostic(at: entry.nameRange, "the path '\(entry.name)' must begin with '/'"))
      }
      let template = PathTemplate(entry.name)
      if let offset = template.end {
        problems.append(
          Diagnostic(
            at: entry.nameRange.pointing(into: entry.name, offset: offset),
            "the path '\(entry.name)' can match no request: here a URL's path is over"))
      }
      let route = template.route
      if let other = first[route] { problems.append(alike(entry, template, other)) }
      first[route] = first[route] ?? entry
    }
    return problems
  }

  private static func alike(
    _ entry: OrderedMap<PathItem>.Entry, _ template: PathTemplate,
    _ other: OrderedMap<PathItem>.Entry
  ) -> Diagnostic {
    let isNamedOtherwise = template.shape == PathTemplate(other.name).shape
    return Diagnostic(
      at: entry.nameRange,
      isNamedOtherwise
        ? "the path '\(entry.name)' is the same as '\(other.name)' but for parameter names"
        : "the path '\(entry.name)' has the same requests as '\(other.name)'",
      notes: [.note(at: other.nameRange, "first used here")])
  }

  private static func isEmpty(_ document: Document) -> Bool {
    ["paths", "components", "webhooks"].allSatisfy { document.node[$0] == nil }
  }
}
