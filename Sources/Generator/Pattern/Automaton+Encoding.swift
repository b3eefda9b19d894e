/// The text generated code carries, which the runtime's `Pattern` reads.
///
/// It is a sequence of numbers in digits of five bits, least significant first: `0`–`9` and `a`–`v`
/// end a number, `A`–`Z`, `w`–`z`, `-` and `_` say that more digits follow. The numbers are:
/// - the count of states without 0 and 1, of classes, of runs of classes; the start state
/// - for each run of classes: its length minus 1, unless it is the last; its class, unless there
///   are no more than two classes, which take turns
/// - for states in order: how often the row that follows is repeated; the row: whether it accepts,
///   and runs of classes that have one target, each as the target and the run's length minus 1
///
/// A target is 0 or 1 for those states, else its distance from the state that has it, so that the
/// states of a counted repetition have equal rows.
extension Automaton {
  package var encoded: String {
    var text = AutomatonText()
    text.append(accepting.count - 2)
    text.append(classCount)
    text.append(classes.count)
    text.append(start)
    appendClasses(to: &text)
    appendStates(to: &text)
    return text.text
  }

  private func appendClasses(to text: inout AutomatonText) {
    for index in classes.indices {
      if index + 1 < classes.count {
        text.append(Int(classStarts[index + 1] - classStarts[index]) - 1)
      }
      if classCount > 2 { text.append(Int(classes[index])) }
    }
  }

  private func appendStates(to text: inout AutomatonText) {
    var state = 2
    while state < accepting.count {
      let row = relativeRow(of: state)
      var end = state + 1
      while end < accepting.count, relativeRow(of: end) == row { end += 1 }
      text.append(end - state - 1)
      appendRow(row, to: &text)
      state = end
    }
  }

  /// Whether the state accepts, then its targets as they are written.
  private func relativeRow(of state: Int) -> [Int] {
    let targets = transitions[state * classCount..<(state + 1) * classCount].map { target in
      let distance = Int(target) - state
      return target < 2 ? Int(target) : (distance >= 0 ? 2 * distance : -2 * distance - 1) + 2
    }
    return [accepting[state] ? 1 : 0] + targets
  }

  private func appendRow(_ row: [Int], to text: inout AutomatonText) {
    text.append(row[0])
    var index = 1
    while index < row.count {
      var end = index + 1
      while end < row.count, row[end] == row[index] { end += 1 }
      text.append(row[index])
      text.append(end - index - 1)
      index = end
    }
  }
}

/// Numbers, written as the runtime reads them.
struct AutomatonText {
  private(set) var text = ""
  private static let final = Array("0123456789abcdefghijklmnopqrstuv")
  private static let continued = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZwxyz-_")

  mutating func append(_ number: Int) {
    var rest = number
    while rest >= 32 {
      text.append(Self.continued[rest % 32])
      rest /= 32
    }
    text.append(Self.final[rest])
  }
}
