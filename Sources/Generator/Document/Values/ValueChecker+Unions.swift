import AccordYAML

extension ValueChecker {
  /// A value of a `oneOf` fits exactly one alternative. Only one is looked into: the alternatives
  /// exclude one another by what an object shows from outside, and so the work does not multiply
  /// where unions hold unions.
  mutating func checkUnion(_ value: Node, _ schema: Schema) {
    guard let mapping = value.mapping else {
      return refuse(value, "it must be an object, not \(value.kindName)", "oneOf", schema)
    }
    let alternatives = set.alternatives(of: schema)
    let counts = alternatives.map { misfits(of: mapping, to: $0.signs) }
    guard let fewest = counts.min() else { return }
    let nearest = zip(alternatives, counts).filter { $0.1 == fewest }.map(\.0)
    if nearest.count == 1 { return check(value, nearest[0].target) }
    let names = nearest.map(\.name).joined(separator: " and ")
    let reason = fewest == 0 ? "it fits both \(names)" : "it fits none of the alternatives"
    refuse(value, reason, "oneOf", schema)
  }

  private func misfits(of mapping: Mapping, to signs: ObjectSigns) -> Int {
    let missing = signs.required.filter { mapping.entry($0) == nil }.count
    let refused = mapping.entries.filter { signs.refuses($0.key.text) }.count
    let others = mapping.entries.filter { entry in
      guard let texts = signs.texts(of: entry.key.text) else { return false }
      return entry.value.string.map { texts.contains(exactly: $0) } != true
    }.count
    let empty = signs.refusesEmpty && mapping.entries.isEmpty && missing == 0 ? 1 : 0
    return missing + refused + others + empty
  }
}
