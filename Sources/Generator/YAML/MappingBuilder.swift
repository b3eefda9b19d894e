/// Collects the entries of a mapping and refuses a key that comes twice.
struct MappingBuilder {
  private(set) var entries: [Node.Entry] = []
  private var seen: [ExactText: Int] = [:]
  private(set) var problems: [Diagnostic] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Only large mappings keep a table; a scan is faster for small ones.
  private static let scannedMax = 12

  mutating func append(_ key: Node.Key, _ value: Node) {
    if let first = entry(key.text) {
      problems.append(
        Diagnostic(
          at: key.range, "the key '\(key.text)' is used twice",
          notes: [.note(at: first.key.range, "first used here")]))
      return
    }
    entries.append(Node.Entry(key: key, value: value))
    if entries.count == Self.scannedMax + 1 {
      for (index, entry) in entries.enumerated() { seen[ExactText(entry.key.text)] = index }
    } else if entries.count > Self.scannedMax {
      seen[ExactText(key.text)] = entries.count - 1
    }
  }

  private func entry(_ key: String) -> Node.Entry? {
    entries.count > Self.scannedMax
      ? seen[ExactText(key)].map { entries[$0] } : entries.first { $0.key.text.isExactly(key) }
  }
}
