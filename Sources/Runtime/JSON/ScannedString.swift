/// A string of a JSON text, found well-formed: the bytes between its quotes.
struct ScannedString {
  // Unsafe because they point into the reader's bytes, which outlive it.
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  /// Its length in Unicode scalars, escapes resolved.
  let scalars: Int
  let hasEscapes: Bool

  @inline(__always)
  var count: Int { end - start }

  @inline(__always)
  func string() -> String {
    hasEscapes ? unescaped() : String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  @inline(never)
  private func unescaped() -> String {
    String(unsafeUninitializedCapacity: max(count, 1)) { unescape(into: $0) }
  }

  /// Writes the text the escapes stand for, never longer than they are, and returns its length.
  ///
  /// The buffer holds at least `count` bytes, and the escapes were checked when they were scanned.
  func unescape(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var source = start
    var written = 0
    while source < end {
      let byte = source.pointee
      if byte == UInt8(ascii: "\\") {
        let scalar = Self.escape(&source)
        UTF8.encode(scalar)?.forEach {
          buffer[written] = $0
          written += 1
        }
      } else {
        buffer[written] = byte
        written += 1
        source += 1
      }
    }
    return written
  }

  /// The scalar an escape stands for; the place moves behind it.
  private static func escape(_ place: inout UnsafePointer<UInt8>) -> Unicode.Scalar {
    let letter = place[1]
    guard letter == UInt8(ascii: "u") else {
      place += 2
      return Unicode.Scalar(simpleEscape(letter) ?? letter)
    }
    let unit = hexadecimal(place + 2) ?? 0
    place += 6
    guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    let low = hexadecimal(place + 2) ?? 0
    place += 6
    return Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)) ?? "\u{FFFD}"
  }

  /// The character that a backslash and a letter other than `u` stand for; nil if none.
  static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Four hexadecimal digits as a number; nil if one is not. All four must be readable.
  static func hexadecimal(_ place: UnsafePointer<UInt8>) -> UInt32? {
    var unit: UInt32 = 0
    for index in 0..<4 {
      guard let digit = ASCII.hexadecimalValue(place[index]) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
