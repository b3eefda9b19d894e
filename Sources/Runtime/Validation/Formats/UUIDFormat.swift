/// `uuid` of RFC 9562, section 4: 32 hexadecimal digits of either case in groups of 8, 4, 4, 4 and
/// 12. Version and variant are not looked at.
enum UUIDFormat {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for (index, byte) in text.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
      default: guard ASCII.isHexadecimal(byte) else { return false }
      }
    }
    return true
  }
}
