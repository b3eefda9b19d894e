/// A string compared byte for byte, as YAML and JSON tell keys apart, where Swift's own equality
/// follows Unicode's canonical equivalence: `é` is one scalar or two.
package struct ExactText: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (a: ExactText, b: ExactText) -> Bool { a.text.isExactly(b.text) }

  package static func < (a: ExactText, b: ExactText) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // Equal bytes have equal hashes, which is all that is asked; Swift's own is the fastest.
    hasher.combine(text)
  }
}

extension String {
  /// Whether both are the same bytes.
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}

extension [String] {
  /// Whether one of them is the same bytes; true for nil, which is a problem of another kind.
  package func contains(exactly text: String?) -> Bool {
    guard let text else { return true }
    return contains { $0.isExactly(text) }
  }
}
