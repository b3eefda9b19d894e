/// `uri` and `uri-reference` of RFC 3986, appendix A. A `uri` has a scheme and may have a fragment.
enum URIFormat {
  static func matchesURI(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = schemeEnd(text[...]) else { return false }
    return matchesAfterScheme(text[(colon + 1)...])
  }

  static func matchesReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if matchesURI(text) { return true }
    // Without a scheme the first segment holds no colon, or it would be one (4.2).
    let firstSegment = text.prefix { byte in
      byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
    }
    return !firstSegment.contains(UInt8(ascii: ":")) && matchesAfterScheme(text[...])
  }

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  /// The place of the colon behind a scheme; nil if there is none.
  private static func schemeEnd(_ text: Part) -> Int? {
    guard let first = text.first, ASCII.isLetter(first),
      let colon = text.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let isScheme = text[..<colon].allSatisfy { byte in
      ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    return isScheme ? colon : nil
  }

  private static func matchesAfterScheme(_ text: Part) -> Bool {
    let (withQuery, fragment) = cut(text, at: UInt8(ascii: "#"))
    let (hierarchy, query) = cut(withQuery, at: UInt8(ascii: "?"))
    guard isText(query, and: "/?:@"), isText(fragment, and: "/?:@") else { return false }
    guard hierarchy.starts(with: "//".utf8) else { return isText(hierarchy, and: "/:@") }
    let rest = hierarchy.dropFirst(2)
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    return isAuthority(rest[..<slash]) && isText(rest[slash...], and: "/:@")
  }

  /// What is before the first such byte, and what is behind it, which is empty if there is none.
  private static func cut(_ text: Part, at byte: UInt8) -> (Part, Part) {
    guard let place = text.firstIndex(of: byte) else { return (text, text[text.endIndex...]) }
    return (text[..<place], text[(place + 1)...])
  }

  private static func isAuthority(_ text: Part) -> Bool {
    var host = text
    if let at = text.lastIndex(of: UInt8(ascii: "@")) {
      guard isText(text[..<at], and: ":") else { return false }
      host = text[(at + 1)...]
    }
    if host.first == UInt8(ascii: "[") { return isBracketed(host) }
    let (name, port) = cut(host, at: UInt8(ascii: ":"))
    return isText(name, and: "") && port.allSatisfy(ASCII.isDigit)
  }

  /// An IPv6 address, or an address of a version to come, in brackets, and perhaps a port.
  private static func isBracketed(_ host: Part) -> Bool {
    guard let close = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let port = host[(close + 1)...]
    guard port.isEmpty || port.first == UInt8(ascii: ":"),
      port.dropFirst().allSatisfy(ASCII.isDigit)
    else { return false }
    let address = host[(host.startIndex + 1)..<close]
    return IPv6Format.matches(UnsafeBufferPointer(rebasing: address)) || isFutureAddress(address)
  }

  private static func isFutureAddress(_ address: Part) -> Bool {
    guard let first = address.first, first | 0x20 == UInt8(ascii: "v"),
      let dot = address.firstIndex(of: UInt8(ascii: "."))
    else { return false }
    let version = address[(address.startIndex + 1)..<dot]
    let rest = address[(dot + 1)...]
    return !version.isEmpty && version.allSatisfy(ASCII.isHexadecimal) && !rest.isEmpty
      && !rest.contains(UInt8(ascii: "%")) && isText(rest, and: ":")
  }

  /// Unreserved characters, sub-delimiters, percent-encoded bytes, and the further ones named.
  private static func isText(_ text: Part, and further: StaticString) -> Bool {
    var scanner = TextScanner(UnsafeBufferPointer(rebasing: text))
    while let byte = scanner.next {
      if byte == UInt8(ascii: "%") {
        _ = scanner.consume(byte)
        for _ in 0..<2 {
          guard let digit = scanner.next, ASCII.isHexadecimal(digit) else { return false }
          _ = scanner.consume(digit)
        }
      } else {
        guard isPlain(byte) || further.withUTF8Buffer({ $0.contains(byte) }) else { return false }
        _ = scanner.consume(byte)
      }
    }
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "="):
      true
    default: ASCII.isAlphanumeric(byte)
    }
  }
}
