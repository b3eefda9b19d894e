import AccordYAML

extension Rule {
  /// Paths begin with `/`, and no two differ in the names of their parameters alone.
  static let paths = Rule(name: "paths") { set in
    var problems = set.inventory.documents.filter(isEmpty).map {
      Diagnostic(at: $0.range, "a document needs 'paths', 'components' or 'webhooks'")
    }
    var first: [String: OrderedMap<PathItem>.Entry] = [:]
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
      let shape = template.shape
      if let other = first[shape] {
        problems.append(
          Diagnostic(
            at: entry.nameRange,
            "the path '\(entry.name)' is the same as '\(other.name)' but for parameter names",
            notes: [.note(at: other.nameRange, "first used here")]))
      }
      first[shape] = first[shape] ?? entry
    }
    return problems
  }

  private static func isEmpty(_ document: Document) -> Bool {
    ["paths", "components", "webhooks"].allSatisfy { document.node[$0] == nil }
  }
}
