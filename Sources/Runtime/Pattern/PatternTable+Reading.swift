extension PatternTable {
  /// Reads what the generator's `Automaton.encoded` writes, whose documentation has the grammar.
  /// Nil where `text` is anything else: nothing that this accepts can make matching trap.
  init?(reading text: some Sequence<UInt8>) {
    var numbers = NumberReader(text)
    guard let states = numbers.next(upTo: 0xFFFF), let classCount = numbers.next(upTo: 0xFFFF),
      let runs = numbers.next(upTo: 0x110000), let start = numbers.next(upTo: states + 1),
      classCount > 0, runs > 0, (states + 2) * classCount <= Self.cellsMax,
      let alphabet = Self.alphabet(&numbers, runs: runs, classCount: classCount),
      let rows = Self.rows(&numbers, states: states, classCount: classCount), numbers.isAtEnd
    else { return nil }
    self.classStarts = alphabet.starts
    self.classes = alphabet.classes
    self.asciiClasses = Self.asciiClasses(alphabet.starts, alphabet.classes)
    self.classCount = classCount
    self.transitions = rows.transitions
    self.accepting = rows.accepting
    self.start = start
  }

  /// More than the generator's limit; it keeps a damaged text from asking for all memory.
  private static let cellsMax = 4_000_000

  private static func alphabet(
    _ numbers: inout NumberReader, runs: Int, classCount: Int
  ) -> (starts: [UInt32], classes: [UInt16])? {
    var starts: [UInt32] = []
    var classes: [UInt16] = []
    var start = 0
    for run in 0..<runs {
      starts.append(UInt32(start))
      if run + 1 < runs {
        guard let length = numbers.next(upTo: 0x10FFFF - start) else { return nil }
        start += length + 1
      }
      guard let number = classCount > 2 ? numbers.next(upTo: classCount - 1) : run % classCount
      else { return nil }
      classes.append(UInt16(number))
    }
    return (starts, classes)
  }

  private static func asciiClasses(_ starts: [UInt32], _ classes: [UInt16]) -> [UInt16] {
    var run = 0
    return (UInt32(0)..<0x80).map { value in
      while run + 1 < starts.count, starts[run + 1] <= value { run += 1 }
      return classes[run]
    }
  }

  private static func rows(
    _ numbers: inout NumberReader, states: Int, classCount: Int
  ) -> (transitions: [UInt16], accepting: [Bool])? {
    var transitions = [UInt16](repeating: 0, count: classCount)
    transitions += [UInt16](repeating: 1, count: classCount)
    var accepting = [false, true]
    while accepting.count < states + 2 {
      guard let repeats = numbers.next(upTo: states + 1 - accepting.count),
        let accepts = numbers.next(upTo: 1), let row = row(&numbers, classCount: classCount)
      else { return nil }
      for _ in 0...repeats {
        for target in row {
          guard let state = absolute(target, from: accepting.count, states: states) else {
            return nil
          }
          transitions.append(state)
        }
        accepting.append(accepts == 1)
      }
    }
    return (transitions, accepting)
  }

  private static func row(_ numbers: inout NumberReader, classCount: Int) -> [Int]? {
    var row: [Int] = []
    while row.count < classCount {
      guard let target = numbers.next(upTo: 0x40000),
        let more = numbers.next(upTo: classCount - row.count - 1)
      else { return nil }
      row += repeatElement(target, count: more + 1)
    }
    return row
  }

  /// The state a target stands for: 0 or 1, or one at a distance, of which odd ones lie before.
  private static func absolute(_ target: Int, from state: Int, states: Int) -> UInt16? {
    guard target >= 2 else { return UInt16(target) }
    let distance = (target - 2) % 2 == 0 ? (target - 2) / 2 : -(target - 1) / 2
    let absolute = state + distance
    return (2..<states + 2).contains(absolute) ? UInt16(exactly: absolute) : nil
  }
}

/// Reads numbers in digits of five bits, least significant first, of which the last says it is.
private struct NumberReader {
  private var bytes: [UInt8]
  private var position = 0

  init(_ text: some Sequence<UInt8>) { bytes = text.filter { $0 > 0x20 } }

  var isAtEnd: Bool { position == bytes.count }

  /// Nil at the end, for what is no digit, and for a number above `max`.
  mutating func next(upTo max: Int) -> Int? {
    var value = 0
    var shift = 0
    while position < bytes.count, shift < 30, let digit = Self.digit(bytes[position]) {
      position += 1
      value |= (digit & 31) << shift
      shift += 5
      if digit < 32 { return value <= max ? value : nil }
    }
    return nil
  }

  /// 0 to 31 for a digit that ends its number, 32 to 63 for one that does not.
  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "v"): Int(byte) - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 0x41 + 32
    case UInt8(ascii: "w")...UInt8(ascii: "z"): Int(byte) - 0x77 + 58
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
