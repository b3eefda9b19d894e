package import AccordYAML

/// Reads one mapping key by key. The keys asked for are the object's keys: any other is reported as unknown.
package final class ObjectReader {
  package let node: Node
  let log: ReadingLog
  private let subject: String
  private let entries: [Node.Entry]
  private var asked: [String] = []
  /// Which entries have been asked for, and how many have not.
  private var isTaken: [Bool]
  private var untakenCount: Int

  init(_ node: Node, log: ReadingLog, subject: String) {
    self.node = node
    self.log = log
    self.subject = subject
    entries = node.mapping?.entries ?? []
    isTaken = Array(repeating: false, count: entries.count)
    untakenCount = entries.count
  }

  /// The value of `key`, which from here on counts as known.
  func value(_ key: String) -> Node? {
    asked.append(key)
    guard !entries.isEmpty, let index = node.mapping?.index(of: key) else { return nil }
    take(index)
    return entries[index].value
  }

  private func take(_ index: Int) {
    if !isTaken[index] { untakenCount -= 1 }
    isTaken[index] = true
  }

  /// The entries nobody has asked for and that are no extensions.
  private var untaken: [Int] {
    guard untakenCount > 0 else { return [] }
    return entries.indices.filter { !isTaken[$0] && !entries[$0].key.text.hasPrefix("x-") }
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
    let indices = untaken
    indices.forEach(take)
    return indices.map { entries[$0] }
  }

  func extensions() -> Extensions {
    Extensions(entries: entries.filter { $0.key.text.hasPrefix("x-") })
  }

  func reportUnknownKeys() {
    for index in untaken {
      let key = entries[index].key.text
      let hint = RenamedKeys.hint(for: key) ?? suggestion(for: key, among: asked)
      let role = subject == Schema.kindName ? "a schema keyword" : "a key of \(subject)"
      log.error(at: entries[index].key.range, "'\(key)' is not \(role)\(hint)")
    }
  }
}

/// Keys that OpenAPI 3.0 had and 3.1 replaced, and those that it has in small letters.
private enum RenamedKeys {
  static func hint(for key: String) -> String? {
    switch key {
    case "nullable": "; OpenAPI 3.1 writes type: [string, 'null']"
    case "definitions": "; write '$defs' or use 'components/schemas'"
    // Extensions begin with a small letter (OpenAPI 3.1, 4.9).
    case _ where key.hasPrefix("X-"): "; did you mean '\(key.lowercased())'?"
    default: nil
    }
  }
}
