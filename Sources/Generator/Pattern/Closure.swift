/// What stands on one side of a place in the text.
enum Context: Hashable {
  /// The text's start or end.
  case edge
  /// A character of `\w`.
  case word
  case other
}

/// Follows an automaton from a set of states to all it reaches without consuming.
struct Closure {
  struct Reached {
    /// Ascending; consuming states, and assertions that cannot be decided yet.
    var items: [Int32]
    var matches: Bool
    /// Whether an undecided assertion is among the items: it, or one behind it, may ask what
    /// stands left.
    var asksLeft: Bool
  }

  private var marks: [UInt32]
  private var mark: UInt32 = 0
  private var pending: [Int32] = []
  /// How many states the last call looked at.
  private(set) var visited = 0

  init(stateCount: Int) { marks = Array(repeating: 0, count: stateCount) }

  /// With `right` nil, assertions about what follows stay among the items.
  mutating func items(
    from seeds: [Int32], in nfa: NFA, left: Context, right: Context?
  ) -> Reached {
    mark += 1
    visited = 0
    pending.removeAll(keepingCapacity: true)
    var reached = Reached(items: [], matches: false, asksLeft: false)
    for seed in seeds { visit(seed) }
    while let state = pending.popLast() {
      switch nfa.states[Int(state)] {
      case .consume: reached.items.append(state)
      case .match: reached.matches = true
      case .split(let first, let second):
        visit(Int32(first))
        visit(Int32(second))
      case .assertion(let assertion, let next):
        switch Self.decide(assertion, left: left, right: right) {
        case true?: visit(Int32(next))
        case false?: break
        case nil:
          reached.items.append(state)
          reached.asksLeft = true
        }
      }
    }
    reached.items.sort()
    return reached
  }

  private mutating func visit(_ state: Int32) {
    guard marks[Int(state)] != mark else { return }
    marks[Int(state)] = mark
    visited += 1
    pending.append(state)
  }

  private static func decide(_ assertion: Assertion, left: Context, right: Context?) -> Bool? {
    switch assertion {
    case .start: left == .edge
    case .end: right.map { $0 == .edge }
    case .wordBoundary: right.map { ($0 == .word) != (left == .word) }
    case .notWordBoundary: right.map { ($0 == .word) == (left == .word) }
    }
  }
}
