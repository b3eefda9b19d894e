/// A pattern's automaton, ready to run. State 0 matches nothing and state 1 everything.
struct PatternTable: Sendable {
  /// The class of each ASCII character.
  let asciiClasses: [UInt16]
  /// Where runs of code points of one class begin, ascending from 0.
  let classStarts: [UInt32]
  /// The class of each run.
  let classes: [UInt16]
  let classCount: Int
  /// `state * classCount + class` → state.
  let transitions: [UInt16]
  /// Whether a text that ends in the state matches.
  let accepting: [Bool]
  let start: Int

  static let matchingNothing = PatternTable(
    asciiClasses: [], classStarts: [], classes: [], classCount: 0, transitions: [],
    accepting: [false, true], start: 0)

  func matches(_ utf8: Span<UInt8>) -> Bool {
    var state = start
    var index = 0
    while index < utf8.count, state > 1 {
      let byte = utf8[index]
      let number: Int
      if byte < 0x80 {
        number = Int(asciiClasses[Int(byte)])
        index += 1
      } else {
        number = classNumber(of: Self.scalar(at: &index, in: utf8))
      }
      state = Int(transitions[state * classCount + number])
    }
    return accepting[state]
  }

  private func classNumber(of scalar: UInt32) -> Int {
    var low = 0
    var high = classStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if classStarts[middle] <= scalar { low = middle } else { high = middle }
    }
    return Int(classes[low])
  }

  /// The code point that begins at `index`, which moves behind it, or, for a byte that begins none
  /// (Unicode, table 3-7), U+FFFD.
  private static func scalar(at index: inout Int, in utf8: Span<UInt8>) -> UInt32 {
    let lead = utf8[index]
    index += 1
    let trailing: Int
    switch lead {
    case 0xC2...0xDF: trailing = 1
    case 0xE0...0xEF: trailing = 2
    case 0xF0...0xF4: trailing = 3
    default: return 0xFFFD
    }
    guard index + trailing <= utf8.count else { return 0xFFFD }
    var value = UInt32(lead) & (0x3F >> UInt32(trailing))
    for offset in 0..<trailing {
      let byte = utf8[index + offset]
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let smallest: UInt32 = trailing == 1 ? 0x80 : trailing == 2 ? 0x800 : 0x10000
    guard value >= smallest, Unicode.Scalar(value) != nil else { return 0xFFFD }
    index += trailing
    return value
  }
}
