/// A string compared byte for byte, as JSON compares (RFC 8259, 8.3), where Swift's own equality
/// follows Unicode's canonical equivalence.
package struct ExactText: Hashable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.isExactly(right.text)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// Whether both are the same bytes, as JSON, XML (1.0, section 1.2) and stores compare names.
  package func isExactly(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}

/// The member names of one object. A few are searched in order; more are hashed.
struct NameSet {
  private var few: [String] = []
  private var many: Set<ExactText> = []

  /// False if the name is there already.
  mutating func insert(_ name: String) -> Bool {
    guard few.count == 8 else {
      guard !few.contains(where: { ExactText($0) == ExactText(name) }) else { return false }
      few.append(name)
      return true
    }
    if many.isEmpty { many.formUnion(few.map { ExactText($0) }) }
    return many.insert(ExactText(name)).inserted
  }
}
