/// A query of `name=value` pairs (application/x-www-form-urlencoded).
struct Query {
  private var pairs: [(name: String, value: String)] = []
  /// Whether a pair was passed over because it is not percent-encoded UTF-8.
  var isMalformed = false

  /// - Parameter target: a request target; what follows its first `?` is the query.
  init(target: String) {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return }
    let query = target.utf8[target.utf8.index(after: mark)...]
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(parts[0], plusIsSpace: true),
        let value = PercentCoding.decode(
          parts.count > 1 ? parts[1] : parts[0].suffix(0), plusIsSpace: true)
      else {
        isMalformed = true
        continue
      }
      pairs.append((name, value))
    }
  }

  func values(of name: String) -> [String] {
    pairs.filter { ExactText($0.name) == ExactText(name) }.map(\.value)
  }
}
