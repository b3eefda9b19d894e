extension PatternReader {
  /// The quantifier at the current place, if there is one. A `{` that begins none stands for
  /// itself, and is left where it is.
  mutating func quantifier() throws(PatternError) -> (min: Int, max: Int?)? {
    let bounds: (min: Int, max: Int?)
    switch peek() {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{":
      guard let counted = try countedBounds() else { return nil }
      bounds = counted
      position -= 1
    default: return nil
    }
    position += 1
    // Laziness decides which match is found, not whether there is one.
    _ = accept("?")
    return bounds
  }

  private mutating func countedBounds() throws(PatternError) -> (min: Int, max: Int?)? {
    let start = position
    position += 1
    guard let min = decimal() else { return backtrack(to: start) }
    var max: Int? = min
    if accept(",") { max = decimal() }
    guard accept("}") else { return backtrack(to: start) }
    if let max, max < min { throw error("repetition's bounds are out of order", at: start) }
    return (min, max)
  }

  private mutating func backtrack(to start: Int) -> (min: Int, max: Int?)? {
    position = start
    return nil
  }

  /// Digits as a number. Larger ones than any automaton can hold become one such number.
  private mutating func decimal() -> Int? {
    let start = position
    var value = 0
    while let next = peek(), ("0"..."9").contains(next) {
      value = min(value * 10 + Int(next.value - 0x30), 1_000_000_000)
      position += 1
    }
    return position > start ? value : nil
  }
}
