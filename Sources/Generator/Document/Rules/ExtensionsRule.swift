import AccordYAML

extension Rule {
  /// `x-accord-…` belongs to this compiler, so a misspelt one is a mistake rather than someone else's.
  static let extensions = Rule(name: "extensions") { set in
    let members = set.inventory.objects.flatMap { $0.node.mapping?.entries ?? [] }
    return members.filter { isOwn($0.key.text) }.compactMap { entry in
      let name = entry.key.text
      guard !known.contains(name) else { return nil }
      let hint = suggestion(for: name, among: known)
      return Diagnostic(at: entry.key.range, "'\(name)' is not an extension of Accord\(hint)")
    }
  }

  /// Whatever the case of its letters: `x-Accord-name` is nobody else's.
  private static func isOwn(_ name: String) -> Bool {
    name.hasPrefix("x-") && name.lowercased().hasPrefix("x-accord-")
  }

  private static let known = [Extensions.nameKey, TableExtension.extensionKey]
}
