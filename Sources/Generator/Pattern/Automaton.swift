/// The minimal deterministic automaton of a pattern, over classes of code points.
///
/// Over code points rather than UTF-8 bytes, because repetitions multiply states:
/// `^\p{L}{1,50}$` has 51 states here, and more than ten thousand over bytes.
///
/// State 0 matches nothing and state 1 everything, whatever follows; the others are numbered in the
/// order in which they are first reached from the start, so equal patterns have equal automata.
package struct Automaton: Hashable, Sendable {
  /// Where runs of code points of one class begin, ascending from 0.
  package let classStarts: [UInt32]
  /// The class of each run, from 0, numbered in order of appearance; neighbours differ.
  package let classes: [UInt16]
  package let classCount: Int
  /// `state * classCount + class` → state.
  package let transitions: [UInt16]
  /// Whether a text that ends in the state matches.
  package let accepting: [Bool]
  package let start: Int

  package func matches(_ text: String) -> Bool {
    var state = start
    for scalar in text.unicodeScalars {
      if state < 2 { break }
      state = Int(transitions[state * classCount + classNumber(of: scalar.value)])
    }
    return accepting[state]
  }

  func classNumber(of value: UInt32) -> Int {
    var low = 0
    var high = classStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if classStarts[middle] <= value { low = middle } else { high = middle }
    }
    return Int(classes[low])
  }
}

extension Automaton {
  init(minimising dfa: DFA, over alphabet: Alphabet) throws(PatternError) {
    let quotient = Quotient(of: dfa)
    let columns = quotient.columns
    var numbers: [[UInt16]: UInt16] = [:]
    var distinct: [[UInt16]] = []
    var starts: [UInt32] = []
    var classes: [UInt16] = []
    for (start, old) in zip(alphabet.starts, alphabet.classes) {
      let number = numbers[columns[old], default: UInt16(distinct.count)]
      if Int(number) == distinct.count {
        guard distinct.count < Limits.classes else { throw Limits.classesExceeded }
        numbers[columns[old]] = number
        distinct.append(columns[old])
      }
      if classes.last == number { continue }
      starts.append(start)
      classes.append(number)
    }
    self.classStarts = starts
    self.classes = classes
    self.classCount = distinct.count
    self.transitions = quotient.accepting.indices.flatMap { state in distinct.map { $0[state] } }
    self.accepting = quotient.accepting
    self.start = quotient.start
  }
}

/// An automaton whose equivalent states are joined and numbered breadth-first from the start.
private struct Quotient {
  /// For each class, the state each state goes to.
  let columns: [[UInt16]]
  let accepting: [Bool]
  let start: Int

  init(of dfa: DFA) {
    let blocks = Minimization.blocks(of: dfa)
    var numbers = [blocks[0]: 0, blocks[1]: 1]
    var representatives = [0, 1]
    func number(_ state: Int) -> Int {
      if let known = numbers[blocks[state]] { return known }
      numbers[blocks[state]] = representatives.count
      representatives.append(state)
      return representatives.count - 1
    }
    start = number(dfa.start)
    var columns = [[UInt16]](repeating: [], count: dfa.classCount)
    var next = 0
    while next < representatives.count {
      let row = representatives[next] * dfa.classCount
      for index in columns.indices {
        columns[index].append(UInt16(number(Int(dfa.transitions[row + index]))))
      }
      next += 1
    }
    self.columns = columns
    accepting = representatives.map { dfa.accepting[$0] }
  }
}
