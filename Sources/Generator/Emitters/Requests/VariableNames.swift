/// Names for variables, each by what it is the name of and not by the order of things: those that
/// collide all move on to their next candidate.
struct VariableNames<Key: Hashable & Sendable>: Sendable {
  private struct Claim: Sendable {
    /// The nicest first; the last is unlike that of any other key. Never empty.
    let candidates: [String]
    var level = 0

    var name: String { candidates[level] }
    var canGiveWay: Bool { level + 1 < candidates.count }
  }

  private var claims: [Key: Claim] = [:]

  /// - Parameter taken: names that stand for something else
  init(_ keys: [Key], taken: Set<String>, candidates: (Key) -> [String]) {
    for key in keys where claims[key] == nil {
      claims[key] = Claim(candidates: candidates(key))
    }
    while let crowded = crowdedKeys(taken) {
      for key in crowded { claims[key]?.level += 1 }
    }
  }

  subscript(key: Key) -> String { claims[key]?.name ?? "" }

  /// The keys that must give way; nil if none must, or can.
  private func crowdedKeys(_ taken: Set<String>) -> [Key]? {
    let holders = Dictionary(grouping: claims.keys) { self[$0] }
    let crowded = holders.flatMap { name, keys in
      keys.count > 1 || taken.contains(name) ? keys : []
    }.filter { claims[$0]?.canGiveWay == true }
    return crowded.isEmpty ? nil : crowded
  }
}

extension VariableNames<ChainedValue> {
  /// A member that tells what it identifies, such as `user_id`, gives its own name; one word alone,
  /// such as `id`, says too little without the operation that answers it.
  ///
  /// - Parameter prefix: what names start with, where several contracts meet
  init(of values: [ChainedValue], prefix: String, taken: Set<String>) {
    self.init(values, taken: taken) { value in
      let path =
        switch value.origin {
        case .body(let tokens): tokens.isEmpty ? ["body"] : tokens
        case .header(let name): [name]
        }
      let stem = path[path.count - 1]
      let whole = ([value.operationID] + path).joined(separator: "_")
      let digest = NameBasedUUID("accord:chain/\(value)").text.prefix(8)
      let names = ["\(value.operationID)_\(stem)", whole, "\(whole)_\(digest)"]
      return ((stem.words.count > 1 ? [stem] : []) + names).map { prefix + $0.variableName }
    }
  }
}
