/// Values of `X-Request-Id`.
enum RequestID {
  private static let lengthMax = 128
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The client's id if it is 1 to 128 visible ASCII characters: nothing else may reach a log.
  static func accepted(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String? {
    guard start < end, end - start <= lengthMax else { return nil }
    for index in start..<end where !ByteGrammar.isVisible(bytes[index]) { return nil }
    return ByteGrammar.text(bytes, from: start, to: end)
  }

  /// 75 random bits in 15 characters, which is the most a string holds without an allocation.
  static func random(using generator: inout IDGenerator) -> String {
    let (high, low) = (generator.next(), generator.next())
    // The string's own storage is written in place; the buffer does not leave the closure.
    return String(unsafeUninitializedCapacity: 15) { buffer in
      for index in 0..<12 { buffer[index] = alphabet[Int(high >> (5 * UInt64(index)) & 31)] }
      for index in 12..<15 { buffer[index] = alphabet[Int(low >> (5 * UInt64(index - 12)) & 31)] }
      return 15
    }
  }
}

/// A fast generator (SplitMix64) for names that must differ but need not be secret, seeded from
/// the system's.
struct IDGenerator: RandomNumberGenerator {
  private var state: UInt64

  init() {
    var system = SystemRandomNumberGenerator()
    self.init(seed: system.next())
  }

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
