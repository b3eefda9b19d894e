/// `ipv4`: four decimal bytes without leading zeros (RFC 3986, 3.2.2, `IPv4address`).
enum IPv4Format {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 15 else { return false }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy(isDecimalByte)
  }

  private static func isDecimalByte(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (1...3).contains(digits.count), digits.allSatisfy(ASCII.isDigit),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } < 256
  }
}

/// `ipv6`: RFC 4291, section 2.2, in all its forms; no zone and no prefix length.
enum IPv6Format {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 45 else { return false }
    let colon = UInt8(ascii: ":")
    guard
      let gap = text.indices.dropLast().first(where: { text[$0] == colon && text[$0 + 1] == colon })
    else { return groups(text[...]) == 8 }
    // "::" stands for one group of zeros or more (RFC 5952, 4.2.2, prefers more; RFC 4291 does not).
    guard let before = groups(text[..<gap], mayEndInIPv4: false),
      let after = groups(text[(gap + 2)...])
    else { return false }
    return before + after <= 7
  }

  /// The groups of 16 bits in a part without `::`; nil if one is malformed.
  private static func groups(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, mayEndInIPv4: Bool = true
  ) -> Int? {
    if part.isEmpty { return 0 }
    let groups = part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let last = groups.last else { return 0 }
    guard groups.dropLast().allSatisfy(isGroup) else { return nil }
    if isGroup(last) { return groups.count }
    guard mayEndInIPv4, IPv4Format.matches(UnsafeBufferPointer(rebasing: last)) else { return nil }
    return groups.count + 1
  }

  private static func isGroup(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    (1...4).contains(digits.count) && digits.allSatisfy(ASCII.isHexadecimal)
  }
}
