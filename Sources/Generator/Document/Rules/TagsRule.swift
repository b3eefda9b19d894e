import AccordYAML

extension Rule {
  /// Tags that operations carry are declared, once.
  static let tags = Rule(name: "tags") { set in
    let declared = set.root.tags.map(\.name)
    let twice = set.root.tags.duplicates(
      by: \.name, at: { $0.range(of: "name") }, { "the tag '\($0.name)' is declared twice" })
    let used = set.namingOperations.flatMap { $0.node["tags"]?.sequence ?? [] }
    let undeclared = used.filter { $0.string.map(declared.contains) == false }.map {
      let name = $0.string ?? ""
      let hint = suggestion(for: name, among: declared)
      return Diagnostic(at: $0.range, "the tag '\(name)' is not declared in 'tags'\(hint)")
    }
    return twice + undeclared
  }
}
