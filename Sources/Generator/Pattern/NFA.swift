/// A nondeterministic automaton over code points that finds the pattern anywhere in a text.
struct NFA {
  enum State {
    /// Consumes one code point of the set with this index in `sets`.
    case consume(set: Int, next: Int)
    case split(Int, Int)
    /// Passes where the assertion holds.
    case assertion(Assertion, next: Int)
    case match
  }

  private(set) var states: [State] = [.match]
  private(set) var sets: [ScalarSet] = []
  private(set) var start = 0
  /// Whether `\b` or `\B` occur; where they do not, words need not be told from other text.
  private(set) var asksForWords = false
  private var setIndices: [ScalarSet: Int] = [:]
  private var visits = 0
  private var rangeCount = 0

  init(matching syntax: Syntax) throws(PatternError) {
    let entry = try add(syntax, next: 0)
    start = try loop(over: .set(.all), min: 0, next: entry)
  }

  /// Adds what matches `syntax` and goes on at `next`; returns where it begins. Repetitions are
  /// spelled out, so the visits are bounded as well as the states: `(?:){1,1000000}` has none.
  private mutating func add(_ syntax: Syntax, next: Int) throws(PatternError) -> Int {
    visits += 1
    if visits > 2 * Limits.nfaStates { throw Limits.exceeded(Limits.nfaStates) }
    switch syntax {
    case .set(let set): return try append(.consume(set: try index(of: set), next: next))
    case .assertion(let assertion):
      if assertion == .wordBoundary || assertion == .notWordBoundary { asksForWords = true }
      return try append(.assertion(assertion, next: next))
    case .sequence(let terms):
      var entry = next
      for term in terms.reversed() { entry = try add(term, next: entry) }
      return entry
    case .choice(let alternatives):
      var entry = try add(alternatives[alternatives.count - 1], next: next)
      for alternative in alternatives.dropLast().reversed() {
        entry = try append(.split(add(alternative, next: next), entry))
      }
      return entry
    case .repetition(let content, let min, let max):
      return try repeated(content, min: min, max: max, next: next)
    }
  }

  private mutating func repeated(
    _ content: Syntax, min: Int, max: Int?, next: Int
  ) throws(PatternError) -> Int {
    guard let max else { return try loop(over: content, min: min, next: next) }
    var entry = next
    for _ in min..<max { entry = try append(.split(add(content, next: entry), next)) }
    for _ in 0..<min { entry = try add(content, next: entry) }
    return entry
  }

  private mutating func loop(
    over content: Syntax, min: Int, next: Int
  ) throws(PatternError) -> Int {
    let decision = try append(.split(next, next))
    var entry = try add(content, next: decision)
    states[decision] = .split(entry, next)
    if min == 0 { return decision }
    for _ in 1..<min { entry = try add(content, next: entry) }
    return entry
  }

  private mutating func append(_ state: State) throws(PatternError) -> Int {
    guard states.count < Limits.nfaStates else { throw Limits.exceeded(Limits.nfaStates) }
    states.append(state)
    return states.count - 1
  }

  private mutating func index(of set: ScalarSet) throws(PatternError) -> Int {
    if let known = setIndices[set] { return known }
    rangeCount += set.ranges.count
    if rangeCount > 2 * Limits.nfaStates { throw Limits.exceeded(Limits.nfaStates) }
    sets.append(set)
    setIndices[set] = sets.count - 1
    return sets.count - 1
  }
}
