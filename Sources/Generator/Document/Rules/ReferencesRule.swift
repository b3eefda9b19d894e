import AccordYAML

extension Rule {
  /// Every `$ref` leads to an object of the right kind, and no chain of them leads back to itself.
  static let references = Rule(name: "references") { set in
    set.dangling + set.references.compactMap { cycle(through: $0.reference, to: $0.kind, in: set) }
  }

  private static func cycle<Object: Referable>(
    through first: Reference, to kind: Object.Type, in set: DocumentSet
  ) -> Diagnostic? {
    var chain: [(reference: Reference, target: Identity)] = []
    var next: Reference? = first
    while let reference = next, case .success(let target) = reference.target {
      if let start = chain.firstIndex(where: { $0.target == target }) {
        // The first reference may only lead into the cycle; the one that closes it is part of it.
        return diagnostic(forCycle: chain[(start + 1)...].map(\.reference) + [reference])
      }
      chain.append((reference, target))
      if chain.count > DocumentSet.hopsMax {
        return Diagnostic(
          at: first.range(of: "$ref"),
          "'\(first.text)' leads through more than \(DocumentSet.hopsMax) references")
      }
      next = set.targets[keyPath: Object.targets][target]?.next
    }
    return nil
  }

  /// One and the same diagnostic whichever member the cycle was entered by.
  private static func diagnostic(forCycle references: [Reference]) -> Diagnostic? {
    let places = references.map { (text: $0.text, range: $0.range(of: "$ref")) }
    let ordered = places.sorted {
      ($0.range.file.path, $0.range.start) < ($1.range.file.path, $1.range.start)
    }
    guard let first = ordered.first else { return nil }
    return Diagnostic(
      at: first.range, "'\(first.text)' leads back to itself and never to an object",
      notes: ordered.dropFirst().map { .note(at: $0.range, "by way of '\($0.text)'") })
  }
}
