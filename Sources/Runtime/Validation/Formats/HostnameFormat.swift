/// `hostname` of RFC 1123, section 2.1: labels of 1 to 63 letters, digits and inner hyphens, joined
/// by dots, 253 bytes at most, without the root's final dot.
enum HostnameFormat {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 253 else { return false }
    return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy(isLabel)
  }

  private static func isLabel(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
    return ASCII.isAlphanumeric(first) && ASCII.isAlphanumeric(last)
      && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }
}
