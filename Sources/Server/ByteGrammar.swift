/// The characters of RFC 9110, section 5.6, and the lines of RFC 9112, section 2.2.
enum ByteGrammar {
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09
  static let carriageReturn: UInt8 = 0x0D
  static let lineFeed: UInt8 = 0x0A

  /// The index of the CR that ends the line at `start`; nil if the line has no end yet.
  ///
  /// Only CR LF ends a line: a bare CR or LF is read differently by different parties, which is
  /// what request smuggling lives on. So is any other control character but the tab.
  static func lineEnd(_ bytes: Span<UInt8>, from start: Int) throws(Rejection) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= space && byte != 0x7F || byte == tab {
        index += 1
      } else if byte == carriageReturn {
        guard index + 1 < bytes.count else { return nil }
        guard bytes[index + 1] == lineFeed else {
          throw .malformed("A carriage return without a line feed.")
        }
        return index
      } else {
        throw .malformed("A control character in the request.")
      }
    }
    return nil
  }

  /// Printable ASCII without the space: `VCHAR` of RFC 5234.
  static func isVisible(_ byte: UInt8) -> Bool { byte > space && byte < 0x7F }

  /// `bytes[start..<end]` as text, or nil if it is not UTF-8.
  static func text(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String? {
    let part = bytes.extracting(start..<end)
    // A string can be made from a span only through its pointer until the platforms this package
    // names have UTF8Span; the pointer does not leave the closure.
    return part.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
  }

  /// Whether `bytes[start..<end]` is `token`, which is lower-case letters, in any case.
  static func isToken(
    _ token: StaticString, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    guard end - start == token.utf8CodeUnitCount else { return false }
    // A static string has no other way to its bytes than its pointer, which lives for ever.
    return token.withUTF8Buffer { expected in
      for index in expected.indices where bytes[start + index] | 0x20 != expected[index] {
        return false
      }
      return true
    }
  }
}
