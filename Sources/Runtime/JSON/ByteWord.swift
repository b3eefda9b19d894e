/// Eight bytes of text looked at together.
enum ByteWord {
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// The eight bytes from an address, the first one lowest. All eight must be readable.
  @inline(__always)
  static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// As `load`, four bytes; only to be compared.
  @inline(__always)
  static func loadHalf(_ place: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)
  }

  @inline(__always)
  static func store(_ word: UInt64, to place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  /// Zero when each byte is printable ASCII or DEL and neither `"` nor `\`; else the lowest set bit
  /// is the high bit of the first byte that is not.
  ///
  /// A subtraction borrows only out of a byte that is itself a hit, so only bits above the first
  /// hit can be wrong.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & highs
  }

  /// Zero when no byte must be escaped in a JSON string; else the lowest set bit is the high bit of
  /// the first byte that must.
  @inline(__always)
  static func escapable(_ word: UInt64) -> UInt64 {
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls) & ~word & highs
  }
}
