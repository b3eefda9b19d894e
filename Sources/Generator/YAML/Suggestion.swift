/// `; did you mean 'x'?` for the candidate nearest to `name`, or nothing when none is near; one that `name` begins comes first.
package func suggestion(for name: String, among candidates: some Sequence<String>) -> String {
  if name.count >= 3, let longer = candidates.first(where: { $0.hasPrefix(name) && $0 != name }) {
    return "; did you mean '\(longer)'?"
  }
  let written = Array(name.lowercased().unicodeScalars.prefix(64))
  let distanceMax = max(1, written.count / 3)
  var best: (name: String, distance: Int)?
  // A contract with thousands of names must not make each of its slips cost a second.
  for candidate in candidates.prefix(1_000) where candidate != name {
    let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
    guard abs(scalars.count - written.count) <= distanceMax else { continue }
    let distance = editDistance(written, scalars)
    if distance <= distanceMax, distance < best?.distance ?? Int.max {
      best = (candidate, distance)
    }
  }
  return best.map { "; did you mean '\($0.name)'?" } ?? ""
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var cost = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
