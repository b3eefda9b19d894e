/// Gives every name of one Swift scope an identifier of its own.
///
/// Names that collide all move on to their next candidate, so that which of them comes first in
/// the contract makes no difference.
struct Scope {
  private var taken: Set<String>

  init(reserved: [String] = []) {
    taken = Set(reserved)
  }

  /// One identifier per contract name, in order. Equal names get equal identifiers.
  mutating func identifiers(for names: [String], style: NameCandidates.Style) -> [Identifier] {
    identifiers(for: names) { NameCandidates($0, style: style) }
  }

  mutating func identifiers(
    for names: [String], candidates: (String) -> NameCandidates
  ) -> [Identifier] {
    var claims: [String: Claim] = [:]
    for name in names where claims[name] == nil {
      claims[name] = Claim(candidates: candidates(name).names)
    }
    while let crowded = crowdedNames(claims) {
      for name in crowded { claims[name]?.level += 1 }
    }
    for claim in claims.values { taken.insert(claim.name) }
    return names.map { Identifier(checked: claims[$0]?.name ?? $0) }
  }

  /// The contract names that must give way: nil when none must.
  private func crowdedNames(_ claims: [String: Claim]) -> [String]? {
    var holders: [String: [String]] = [:]
    for (name, claim) in claims { holders[claim.name, default: []].append(name) }
    let crowded = holders.flatMap { identifier, names in
      names.count > 1 || taken.contains(identifier) || reservedEverywhere.contains(identifier)
        ? names.filter { claims[$0]?.canGiveWay ?? false } : []
    }
    return crowded.isEmpty ? nil : crowded
  }

  private struct Claim {
    let candidates: [String]
    var level = 0
    var name: String { candidates[level] }
    var canGiveWay: Bool { level + 1 < candidates.count }
  }
}

/// Names that Swift refuses, even in backticks, for a member or a nested type; and names that hide
/// what generated code needs.
private let reservedEverywhere: Set<String> = ["self", "Self", "Type", "Protocol", "init", "_"]
