/// Base64 (RFC 4648), read strictly: bytes have exactly one spelling.
///
/// What is outside of the alphabet, spaces and line breaks included, a length that no whole number
/// of bytes has, wrong padding, and bits left over that are not zero are all refused.
public struct Base64: Sendable {
  /// Section 4, with padding.
  public static let standard = Base64("+/", isPadded: true)
  /// Section 5, without padding, as RFC 7515 has it.
  public static let url = Base64("-_", isPadded: false)

  private let alphabet: [UInt8]
  private let isPadded: Bool

  private init(_ last: String, isPadded: Bool) {
    let first = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    alphabet = Array((first + last).utf8)
    self.isPadded = isPadded
  }

  public func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.underestimatedCount + 2) / 3 * 4)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 63)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
    while isPadded, text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return text
  }

  /// The bytes that a text stands for; nil unless it is their one spelling.
  public func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 2)
    return read(text) { bytes.append($0) } ? bytes : nil
  }

  /// Whether a text is the one spelling of some bytes.
  func matches(_ text: some BidirectionalCollection<UInt8>) -> Bool { read(text) { _ in } }

  private func read(
    _ text: some BidirectionalCollection<UInt8>, _ take: (UInt8) -> Void
  ) -> Bool {
    if isPadded, text.count % 4 != 0 { return false }
    let padding = isPadded ? text.suffix(2).count { $0 == UInt8(ascii: "=") } : 0
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in text.dropLast(padding) {
      guard let value = value(of: byte) else { return false }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      take(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      bits &= 1 << UInt32(count) - 1
    }
    // Six bits left over are a digit by itself, which no number of bytes makes.
    return bits == 0 && count < 6
  }

  private func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case alphabet[62]: 62
    case alphabet[63]: 63
    default: nil
    }
  }
}
