package import AccordYAML

/// Named values in the order of the file, names distinct.
package struct OrderedMap<Value: Sendable>: Sendable {
  package struct Entry: Sendable {
    package let name: String
    /// Where the name stands.
    package let nameRange: SourceRange
    package let value: Value
  }

  package let entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// Scans the entries: for small maps and rare look-ups.
  package subscript(name: String) -> Value? {
    entries.first { $0.name.isExactly(name) }?.value
  }
}

extension OrderedMap: RandomAccessCollection {
  package var startIndex: Int { entries.startIndex }
  package var endIndex: Int { entries.endIndex }
  package subscript(position: Int) -> Entry { entries[position] }
}
