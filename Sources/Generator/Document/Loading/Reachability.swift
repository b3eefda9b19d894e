import AccordYAML

/// Which references a document leads to, in the order met: its own, then those of what they point at.
///
/// A file that is reached is checked whole, but what nothing in the contract uses is no part of the contract.
struct Reachability {
  private let set: DocumentSet
  /// By file, in order of place.
  private let references: [String: [PendingReference]]

  init(_ set: DocumentSet) {
    self.set = set
    references = Dictionary(grouping: set.references) { $0.reference.range.file.path }
      .mapValues { $0.sorted { $0.reference.range.start < $1.reference.range.start } }
  }

  func referencesFromRoot() -> [PendingReference] {
    var reached = references[set.root.range.file.path] ?? []
    var seen: Set<Place> = []
    var index = 0
    while index < reached.count {
      let pending = reached[index]
      index += 1
      guard case .success(let target) = pending.reference.target,
        let range = targetRange(of: target, pending.kind), seen.insert(Place(range)).inserted
      else { continue }
      if range.file.path != set.root.range.file.path { reached += inside(range) }
    }
    return reached
  }

  struct Place: Hashable {
    let file: String
    let start: SourcePosition
    let end: SourcePosition

    init(_ range: SourceRange) {
      file = range.file.path
      start = range.start
      end = range.end
    }
  }

  private func targetRange<Object: Referable>(
    of target: Identity, _ kind: Object.Type
  ) -> SourceRange? {
    set.targets[keyPath: Object.targets][target]?.range
  }

  private func inside(_ range: SourceRange) -> ArraySlice<PendingReference> {
    let all = references[range.file.path] ?? []
    let first = index(in: all, notBefore: range.start)
    return all[first..<max(first, index(in: all, notBefore: range.end))]
  }

  private func index(in all: [PendingReference], notBefore position: SourcePosition) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].reference.range.start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
