package import AccordYAML

/// Reads one mapping key by key. The keys asked for are the object's keys: any other is reported as unknown.
package final class ObjectReader {
  package let node: Node
  let log: ReadingLog
  private let subject: String
  private var known: Set<String> = []

  init(_ node: Node, log: ReadingLog, subject: String) {
    self.node = node
    self.log = log
    self.subject = subject
  }

  /// The value of `key`, which from here on counts as known.
  func value(_ key: String) -> Node? {
    known.insert(key)
    return node[key]
  }

  /// Like `value`, reporting the key when it is missing.
  func requiredValue(_ key: String) -> Node? {
    if let value = value(key) { return value }
    if node.mapping != nil {
      log.error(at: node.range, "\(subject) needs '\(key)'")
    }
    return nil
  }

  func wrongKind(_ key: String, _ value: Node, expected: String) {
    log.error(at: value.range, "'\(key)' must be \(expected), not \(value.kindName)")
  }

  /// Members that are neither asked for nor extensions, in order; asking makes them known.
  func remainingEntries() -> [Node.Entry] {
    let entries = (node.mapping?.entries ?? []).filter {
      !known.contains($0.key.text) && !$0.key.text.hasPrefix("x-")
    }
    known.formUnion(entries.map(\.key.text))
    return entries
  }

  func extensions() -> Extensions {
    Extensions(entries: (node.mapping?.entries ?? []).filter { $0.key.text.hasPrefix("x-") })
  }

  func reportUnknownKeys() {
    for entry in node.mapping?.entries ?? [] {
      let key = entry.key.text
      guard !known.contains(key), !key.hasPrefix("x-") else { continue }
      let hint = RenamedKeys.hint(for: key) ?? suggestion(for: key, among: known.sorted())
      let role = subject == Schema.kindName ? "a schema keyword" : "a key of \(subject)"
      log.error(at: entry.key.range, "'\(key)' is not \(role)\(hint)")
    }
  }
}

/// Keys that OpenAPI 3.0 had and 3.1 replaced.
private enum RenamedKeys {
  static func hint(for key: String) -> String? {
    switch key {
    case "nullable": "; OpenAPI 3.1 writes type: [string, 'null']"
    case "definitions": "; write '$defs' or use 'components/schemas'"
    default: nil
    }
  }
}
