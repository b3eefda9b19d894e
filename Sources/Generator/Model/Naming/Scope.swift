import AccordDocument
import AccordYAML

/// Gives every name of one Swift scope an identifier of its own.
///
/// Names that collide all move on to their next candidate, so that which of them comes first in
/// the contract makes no difference. A name chosen by hand stays, and the others make way for it.
struct Scope {
  private var taken: Set<String>
  /// Apart, because it may hold every name of a contract: scopes within share one copy.
  private let outer: Set<String>

  /// - Parameter outer: names of the scopes around this one that may not be given again in it.
  init(reserved: [String] = [], inside outer: Set<String> = []) {
    taken = Set(reserved)
    self.outer = outer
  }

  /// Keeps names from being given from now on.
  mutating func reserve(_ names: [Identifier]) {
    taken.formUnion(names.map(\.text))
  }

  /// One identifier per contract name, in order. Equal names get equal identifiers.
  ///
  /// - Parameter chosen: for each name the identifier chosen for it by hand, if there is one; empty
  ///   where nothing can be chosen. Those chosen differ from one another.
  mutating func identifiers(
    for names: [String], chosen: [String?] = [], style: NameCandidates.Style
  ) -> [Identifier] {
    identifiers(for: names, chosen: chosen) { NameCandidates($0, style: style) }
  }

  mutating func identifiers(
    for names: [String], chosen: [String?] = [], candidates: (String) -> NameCandidates
  ) -> [Identifier] {
    let chosen = chosen.isEmpty ? names.map { _ in nil } : chosen
    taken.formUnion(chosen.compactMap { $0 })
    let claims = claims(zip(names, chosen).filter { $0.1 == nil }.map(\.0), candidates)
    for claim in claims.values { taken.insert(claim.name) }
    return zip(names, chosen).map { Identifier(checked: $1 ?? claims[ExactText($0)]?.name ?? $0) }
  }

  /// For each name the first of its candidates that no other name wants or has.
  private func claims(
    _ names: [String], _ candidates: (String) -> NameCandidates
  ) -> [ExactText: Claim] {
    var claims: [ExactText: Claim] = [:]
    for name in names where claims[ExactText(name)] == nil {
      claims[ExactText(name)] = Claim(candidates: candidates(name).names)
    }
    while let crowded = crowdedNames(claims) {
      for name in crowded { claims[name]?.level += 1 }
    }
    return claims
  }

  /// The contract names that must give way: nil when none must.
  private func crowdedNames(_ claims: [ExactText: Claim]) -> [ExactText]? {
    // Identifiers that only normalisation tells apart, which Swift would take, nobody could.
    var holders: [String: [ExactText]] = [:]
    for (name, claim) in claims { holders[claim.name, default: []].append(name) }
    let crowded = holders.flatMap { identifier, names in
      names.count > 1 || isTaken(identifier) ? names : []
    }
    return crowded.isEmpty ? nil : crowded
  }

  private func isTaken(_ identifier: String) -> Bool {
    taken.contains(identifier) || outer.contains(identifier)
      || ReservedNames.everywhere.contains(identifier)
  }

  private struct Claim {
    let candidates: [String]
    var level = 0

    /// Past the last candidate, which is unlike those of other names, underscores go behind it: so
    /// that there is always another, whatever has been chosen.
    var name: String {
      let beyond = level - candidates.count + 1
      guard beyond > 0 else { return candidates[level] }
      return candidates[candidates.count - 1] + String(repeating: "_", count: beyond)
    }
  }
}
