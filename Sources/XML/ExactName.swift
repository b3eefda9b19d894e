extension String {
  /// Whether both are the same scalars, as XML compares names (XML 1.0, 1.2), where Swift's own
  /// equality follows Unicode's canonical equivalence.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
