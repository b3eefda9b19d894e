/// Well-formed UTF-8 (RFC 3629, section 4; Unicode 3.9, table 3-7).
enum UTF8Sequence {
  /// The length in bytes, 2 to 4, of the sequence at a place that holds a byte of 0x80 or more; 0
  /// if it is overlong, cut off, a surrogate, beyond U+10FFFF or no sequence at all.
  static func length(at place: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) -> Int {
    let available = end - place
    guard available >= 2 else { return 0 }
    let second = place[1]
    switch place[0] {
    case 0xC2...0xDF: return isContinuation(second) ? 2 : 0
    case 0xE0...0xEF:
      guard available >= 3, isContinuation(second), isContinuation(place[2]) else { return 0 }
      if place[0] == 0xE0, second < 0xA0 { return 0 }
      if place[0] == 0xED, second > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard available >= 4, isContinuation(second), isContinuation(place[2]),
        isContinuation(place[3])
      else { return 0 }
      if place[0] == 0xF0, second < 0x90 { return 0 }
      if place[0] == 0xF4, second > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
