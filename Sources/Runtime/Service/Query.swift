/// A query of `name=value` pairs (application/x-www-form-urlencoded).
struct Query {
  /// A value that is not percent-encoded UTF-8 is nil. A name that is not is no parameter's.
  private var pairs: [(name: String, value: String?)] = []

  /// - Parameter target: a request target; what follows its first `?` is the query.
  init(target: String) {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return }
    let query = target.utf8[target.utf8.index(after: mark)...]
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(parts[0], plusIsSpace: true) else { continue }
      let value = parts.count > 1 ? parts[1] : parts[0].suffix(0)
      pairs.append((name, PercentCoding.decode(value, plusIsSpace: true)))
    }
  }

  /// One for each time that the parameter is given; nil for one that cannot be read.
  func values(of name: String) -> [String?] {
    pairs.filter { ExactText($0.name) == ExactText(name) }.map(\.value)
  }
}
