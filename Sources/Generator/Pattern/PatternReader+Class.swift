extension PatternReader {
  /// The class whose `[` was just read.
  mutating func characterClass(from start: Int) throws(PatternError) -> ScalarSet {
    let negated = accept("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !accept("]") {
      guard peek() != nil else { throw error("character class is not closed", at: start) }
      ranges += try classItem()
    }
    let set = ScalarSet(ranges)
    return negated ? set.inverted : set
  }

  /// One character, one escape for many, or a range.
  private mutating func classItem() throws(PatternError) -> [ClosedRange<UInt32>] {
    let start = position
    let lower = try classAtom()
    guard peek() == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      return lower.ranges
    }
    position += 1
    let upper = try classAtom()
    guard let from = lower.single, let to = upper.single else {
      // '[\w-.]': without the u flag the hyphen stands for itself, which is what people mean.
      return lower.ranges + [0x2D...0x2D] + upper.ranges
    }
    guard from <= to else { throw error("character range is out of order", at: start) }
    return [from...to]
  }

  private mutating func classAtom() throws(PatternError) -> ScalarSet {
    let start = position
    guard let scalar = advance() else { return .empty }
    if scalar == "[", peek() == ":" { try refusePOSIXClass(from: start) }
    guard scalar == "\\" else { return ScalarSet(scalar.value...scalar.value) }
    switch peek() {
    case "b":
      position += 1
      return ScalarSet(0x08...0x08)
    case "B": throw error("'\\B' cannot stand in a character class", at: start)
    default: return try escapedSet(from: start)
    }
  }

  /// '[[:alpha:]]' is a class and a bracket in ECMA-262, and never what its writer meant.
  private func refusePOSIXClass(from start: Int) throws(PatternError) {
    var end = position + 1
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    guard end > position + 1, end + 1 < scalars.count, scalars[end] == ":", scalars[end + 1] == "]"
    else { return }
    throw error("POSIX classes such as '[:alpha:]' are not in ECMA-262", at: start)
  }
}

extension ScalarSet {
  /// The one code point of a set of one.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, ranges[0].lowerBound == ranges[0].upperBound else { return nil }
    return ranges[0].lowerBound
  }
}
