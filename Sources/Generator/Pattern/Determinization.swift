/// A deterministic automaton before it is made small. State 0 matches nothing, state 1 everything.
struct DFA {
  var classCount: Int
  /// `state * classCount + class` → state.
  var transitions: [Int32]
  /// Whether a text that ends in the state matches.
  var accepting: [Bool]
  var start: Int
}

/// The subset construction. What stands left of a place is kept in the state, what stands right of
/// it is known when the next code point is read, and so `^`, `$` and `\b` are exact anywhere.
struct Determinization {
  private let nfa: NFA
  private let alphabet: Alphabet
  private var dfa: DFA
  private var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  private var closure: Closure
  private var steps = 0

  /// A set of NFA states, and what stands left of the place where they are waiting.
  private struct Key: Hashable {
    var items: [Int32]
    /// `nil` where none of the items asks.
    var left: Context?
  }

  static func dfa(from nfa: NFA, over alphabet: Alphabet) throws(PatternError) -> DFA {
    var work = Determinization(nfa: nfa, alphabet: alphabet)
    work.dfa.start = try work.state(after: [Int32(nfa.start)], left: .edge)
    var next = 0
    while next < work.keys.count {
      try work.expand(next)
      next += 1
    }
    return work.dfa
  }

  private init(nfa: NFA, alphabet: Alphabet) {
    self.nfa = nfa
    self.alphabet = alphabet
    closure = Closure(stateCount: nfa.states.count)
    let count = alphabet.classCount
    let sinks = Array(repeating: Int32(0), count: count) + Array(repeating: 1, count: count)
    dfa = DFA(classCount: count, transitions: sinks, accepting: [false, true], start: 0)
  }

  /// The number of the state that waits where `seeds` begin.
  private mutating func state(after seeds: [Int32], left: Context) throws(PatternError) -> Int {
    let reached = closure.items(from: seeds, in: nfa, left: left, right: nil)
    try count(closure.visited)
    if reached.matches { return 1 }
    if reached.items.isEmpty { return 0 }
    let key = Key(items: reached.items, left: reached.asksLeft ? left : nil)
    if let known = numbers[key] { return known }
    let number = keys.count + 2
    guard number < Limits.dfaStates else { throw Limits.exceeded(Limits.dfaStates) }
    guard (number + 1) * dfa.classCount <= Limits.tableCells else {
      throw Limits.exceeded(Limits.tableCells / dfa.classCount)
    }
    numbers[key] = number
    keys.append(key)
    return number
  }

  private mutating func count(_ more: Int) throws(PatternError) {
    steps += more
    if steps > Limits.steps { throw Limits.exceeded(Limits.dfaStates) }
  }

  /// Appends the transitions of the state with this key.
  private mutating func expand(_ index: Int) throws(PatternError) {
    let key = keys[index]
    let left = key.left ?? .other
    let atEnd = closure.items(from: key.items, in: nfa, left: left, right: .edge)
    dfa.accepting.append(atEnd.matches)
    try count(closure.visited)
    var word = Closure.Reached(items: key.items, matches: false, asksLeft: false)
    var other = word
    if key.left != nil, nfa.asksForWords {
      word = closure.items(from: key.items, in: nfa, left: left, right: .word)
      other = closure.items(from: key.items, in: nfa, left: left, right: .other)
    }
    let row = try row(beforeWord: word, beforeOther: other)
    dfa.transitions += row
  }

  private mutating func row(
    beforeWord: Closure.Reached, beforeOther: Closure.Reached
  ) throws(PatternError) -> [Int32] {
    let wordTargets = try targets(of: beforeWord.items)
    let otherTargets =
      beforeOther.items == beforeWord.items ? wordTargets : try targets(of: beforeOther.items)
    var row: [Int32] = []
    var known: [Key: Int32] = [:]
    for number in 0..<dfa.classCount {
      let isWord = nfa.asksForWords && alphabet.isWord[number]
      if (isWord ? beforeWord : beforeOther).matches {
        row.append(1)
        continue
      }
      let seeds = isWord ? wordTargets[number] : otherTargets[number]
      let key = Key(items: seeds, left: isWord ? .word : .other)
      if let state = known[key] {
        row.append(state)
      } else {
        let state = Int32(try state(after: seeds, left: isWord ? .word : .other))
        known[key] = state
        row.append(state)
      }
    }
    return row
  }

  /// For each class, where the consuming states among `items` go on.
  private mutating func targets(of items: [Int32]) throws(PatternError) -> [[Int32]] {
    var targets = [[Int32]](repeating: [], count: dfa.classCount)
    for item in items {
      guard case .consume(let set, let next) = nfa.states[Int(item)] else { continue }
      try count(alphabet.members[set].count)
      for number in alphabet.members[set] { targets[number].append(Int32(next)) }
    }
    return targets
  }
}
