/// Hopcroft's partition refinement: which states of an automaton no text tells apart.
struct Minimization {
  private let dfa: DFA
  private let inverse: Inverse
  /// States ordered by block; a block is a run of them.
  private var order: [Int]
  private var place: [Int]
  private var block: [Int]
  private var first: [Int]
  private var end: [Int]
  /// How many states at a block's beginning the current splitter has marked.
  private var marked: [Int]
  private var waiting: [Int] = []
  private var isWaiting: [Bool]

  /// The block of each state; states of one block are equivalent.
  static func blocks(of dfa: DFA) -> [Int] {
    var work = Minimization(dfa)
    while let splitter = work.waiting.popLast() {
      work.isWaiting[splitter] = false
      work.refine(by: Array(work.order[work.first[splitter]..<work.end[splitter]]))
    }
    return work.block
  }

  private init(_ dfa: DFA) {
    self.dfa = dfa
    inverse = Inverse(of: dfa)
    let count = dfa.accepting.count
    // State 0 rejects and state 1 accepts, so neither of the two first blocks is empty.
    order = (0..<count).filter { dfa.accepting[$0] } + (0..<count).filter { !dfa.accepting[$0] }
    place = Array(repeating: 0, count: count)
    for (index, state) in order.enumerated() { place[state] = index }
    let accepting = dfa.accepting.count(where: { $0 })
    block = dfa.accepting.map { $0 ? 0 : 1 }
    first = [0, accepting]
    end = [accepting, count]
    marked = [0, 0]
    waiting = [0, 1]
    isWaiting = [true, true]
  }

  private mutating func refine(by splitter: [Int]) {
    for number in 0..<dfa.classCount {
      var touched: [Int] = []
      for state in splitter {
        for index in inverse.range(of: state, class: number) {
          mark(Int(inverse.sources[index]), touched: &touched)
        }
      }
      for block in touched { split(block) }
    }
  }

  /// Moves a state to the marked beginning of its block.
  private mutating func mark(_ state: Int, touched: inout [Int]) {
    let number = block[state]
    let target = first[number] + marked[number]
    guard place[state] >= target else { return }
    if marked[number] == 0 { touched.append(number) }
    let other = order[target]
    order.swapAt(place[state], target)
    place[other] = place[state]
    place[state] = target
    marked[number] += 1
  }

  private mutating func split(_ number: Int) {
    let middle = first[number] + marked[number]
    marked[number] = 0
    guard middle < end[number] else { return }
    let new = first.count
    first.append(middle)
    end.append(end[number])
    end[number] = middle
    marked.append(0)
    for index in middle..<end[new] { block[order[index]] = new }
    let newIsSmaller = end[new] - middle < middle - first[number]
    isWaiting.append(false)
    let next = isWaiting[number] || newIsSmaller ? new : number
    isWaiting[next] = true
    waiting.append(next)
  }
}

/// The transitions of an automaton backwards: for each state and class, where it is reached from.
private struct Inverse {
  private(set) var sources: [Int32]
  private var offsets: [Int]
  private let classCount: Int

  init(of dfa: DFA) {
    classCount = dfa.classCount
    offsets = Array(repeating: 0, count: dfa.transitions.count + 1)
    sources = Array(repeating: 0, count: dfa.transitions.count)
    for (cell, target) in dfa.transitions.enumerated() {
      offsets[Int(target) * classCount + cell % classCount + 1] += 1
    }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    var next = offsets
    for (cell, target) in dfa.transitions.enumerated() {
      let slot = Int(target) * classCount + cell % classCount
      sources[next[slot]] = Int32(cell / classCount)
      next[slot] += 1
    }
  }

  func range(of state: Int, class number: Int) -> Range<Int> {
    offsets[state * classCount + number]..<offsets[state * classCount + number + 1]
  }
}
