/// A set of code points, as ascending ranges that neither overlap nor touch.
struct ScalarSet: Hashable {
  private(set) var ranges: [ClosedRange<UInt32>]

  static let last: UInt32 = 0x10FFFF
  static let all = ScalarSet(0...last)
  static let empty = ScalarSet([])

  init(_ range: ClosedRange<UInt32>) { ranges = [range] }

  /// Ranges in any order.
  init(_ unordered: [ClosedRange<UInt32>]) {
    ranges = []
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) { append(range) }
  }

  private mutating func append(_ range: ClosedRange<UInt32>) {
    guard let previous = ranges.last, range.lowerBound <= previous.upperBound + 1 else {
      return ranges.append(range)
    }
    let upper = Swift.max(previous.upperBound, range.upperBound)
    ranges[ranges.count - 1] = previous.lowerBound...upper
  }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return ScalarSet(gaps)
  }
}

/// The sets that ECMA-262 names (section 22.2.1, without the `i` flag).
extension ScalarSet {
  static let digits = ScalarSet(0x30...0x39)
  static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// WhiteSpace and LineTerminator: category Zs, the byte order mark and the control characters.
  static let space = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  static let lineTerminators = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
