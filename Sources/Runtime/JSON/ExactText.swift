/// A string compared byte for byte, as JSON compares (RFC 8259, 8.3), where Swift's own equality
/// follows Unicode's canonical equivalence.
package struct ExactText: Hashable {
  private let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.count == right.text.utf8.count
      && left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
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
