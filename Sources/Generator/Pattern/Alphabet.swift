/// The code points in classes that no set of the pattern, nor `\b`, tells apart.
struct Alphabet {
  /// Where runs of one class begin, ascending from 0, and the class of each run.
  private(set) var starts: [UInt32] = []
  private(set) var classes: [Int] = []
  private(set) var classCount = 0
  /// The classes each set of the automaton is made of.
  private(set) var members: [[Int]]
  /// Whether a class holds the characters of `\w`.
  private(set) var isWord: [Bool] = []

  init(separating nfa: NFA) throws(PatternError) {
    // One set more than the automaton's, for `\b`; where it separates needlessly, minimising
    // joins the classes again.
    let sets = nfa.sets + [.word]
    members = Array(repeating: [], count: nfa.sets.count)
    var signature = [UInt64](repeating: 0, count: (sets.count + 63) / 64)
    var known: [[UInt64]: Int] = [:]
    var steps = 0
    let changes = Self.changes(in: sets)
    for (index, change) in changes.enumerated() {
      signature[change.set / 64] ^= 1 << UInt64(change.set % 64)
      if index + 1 < changes.count, changes[index + 1].at == change.at { continue }
      guard change.at <= ScalarSet.last else { break }
      steps += signature.count
      if steps > Limits.steps { throw Limits.exceeded(Limits.dfaStates) }
      append(signature, at: change.at, known: &known)
    }
  }

  private mutating func append(
    _ signature: [UInt64], at start: UInt32, known: inout [[UInt64]: Int]
  ) {
    starts.append(start)
    if let number = known[signature] { return classes.append(number) }
    known[signature] = classCount
    classes.append(classCount)
    for set in members.indices where signature[set / 64] >> UInt64(set % 64) & 1 == 1 {
      members[set].append(classCount)
    }
    let word = members.count
    isWord.append(signature[word / 64] >> UInt64(word % 64) & 1 == 1)
    classCount += 1
  }

  /// Every place where a set begins or has ended, ascending.
  private static func changes(in sets: [ScalarSet]) -> [(at: UInt32, set: Int)] {
    var changes: [(at: UInt32, set: Int)] = []
    for (index, set) in sets.enumerated() {
      for range in set.ranges {
        changes.append((range.lowerBound, index))
        changes.append((range.upperBound + 1, index))
      }
    }
    // `\w` changes at 0x30 only, so that a run begins at 0 is said here: a change and its undoing.
    changes += [(0, sets.count - 1), (0, sets.count - 1)]
    return changes.sorted { ($0.at, $0.set) < ($1.at, $1.set) }
  }
}
