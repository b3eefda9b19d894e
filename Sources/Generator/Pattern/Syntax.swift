/// A parsed pattern: only what decides which texts match. Captures and laziness do not.
indirect enum Syntax: Hashable {
  case set(ScalarSet)
  case sequence([Syntax])
  case choice([Syntax])
  /// `max` is nil where there is no upper bound.
  case repetition(Syntax, min: Int, max: Int?)
  case assertion(Assertion)
}

/// A condition on a position, which consumes nothing.
enum Assertion: Hashable {
  case start, end, wordBoundary, notWordBoundary
}
