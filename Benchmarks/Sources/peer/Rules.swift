import Hummingbird

// The contracts' rules for strings, written out by hand over UTF-8 bytes.

extension String {
  /// 1 to 128 characters that need no escaping in a URL.
  var isIdentifier: Bool {
    (1...128).contains(utf8.count)
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "~"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Something, one at sign, something, no space; 3 to 254 characters.
  var isEmailAddress: Bool {
    guard (3...254).contains(unicodeScalars.count) else { return false }
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && !unicodeScalars.contains { $0.properties.isWhitespace }
  }

  /// 1 to `maxLength` characters, none of them a control character.
  func isText(maxLength: Int) -> Bool {
    (1...maxLength).contains(unicodeScalars.count)
      && utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

/// Answers 400 unless the condition holds, naming the member at fault.
func require(_ condition: Bool, _ member: String) throws {
  guard condition else { throw HTTPError(.badRequest, message: "'\(member)' is not valid") }
}
