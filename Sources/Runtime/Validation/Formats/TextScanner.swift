/// Walks over the bytes of a text whose format is checked.
struct TextScanner {
  // Unsafe because the text is lent by a string or a reader for the length of one call, which the
  // scanner does not outlive; `index` is compared with `count` before each look.
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  /// The byte at the current place; nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Consumes one byte if it is this one.
  mutating func consume(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Consumes one byte if it is this letter in either case.
  mutating func consume(letter: UInt8) -> Bool {
    guard let next, next | 0x20 == letter | 0x20 else { return false }
    index += 1
    return true
  }

  /// Consumes all bytes that satisfy a condition, and returns how many.
  mutating func skip(while condition: (UInt8) -> Bool) -> Int {
    let first = index
    while let next, condition(next) { index += 1 }
    return index - first
  }

  /// Consumes exactly so many digits, 1 to 18, and returns their value; nil if there are fewer.
  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let next, ASCII.isDigit(next) else { return nil }
      value = value * 10 + Int(next - UInt8(ascii: "0"))
      index += 1
    }
    return value
  }
}
