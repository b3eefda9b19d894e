/// A media type with its parameters (RFC 9110, section 8.3.1).
struct MediaType: Equatable {
  /// `type/subtype` in lower case.
  let essence: String
  /// Names in lower case.
  let parameters: [Parameter]

  struct Parameter: Equatable {
    let name: String
    let value: String
  }

  /// Nil if the text is not a media type.
  init?(_ text: some StringProtocol) {
    var reader = FieldReader(text)
    reader.skipSpaces()
    guard let type = reader.token(), reader.skip("/"), let subtype = reader.token() else {
      return nil
    }
    essence = "\(type)/\(subtype)".lowercased()
    guard let parameters = reader.parameters(), reader.isAtEnd else { return nil }
    self.parameters = parameters
  }

  init(essence: String, parameters: [Parameter]) {
    self.essence = essence
    self.parameters = parameters
  }

  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Whether the text is UTF-8, as it is when nothing is said.
  var isUTF8: Bool {
    parameter("charset").map { ["utf-8", "us-ascii"].contains($0.lowercased()) } ?? true
  }
}

/// Reads the grammar that header fields share (RFC 9110, section 5.6).
struct FieldReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func token() -> String? {
    let start = position
    while position < bytes.count, Self.isTokenByte(bytes[position]) { position += 1 }
    return start < position ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  /// `; name=value` any number of times, and the spaces after it. Nil if one is malformed.
  mutating func parameters() -> [MediaType.Parameter]? {
    var parameters: [MediaType.Parameter] = []
    skipSpaces()
    while skip(";") {
      skipSpaces()
      guard let name = token() else {
        // Empty parameters are allowed (RFC 9110, section 5.6.6).
        continue
      }
      guard skip("="), let value = token() ?? quotedString() else { return nil }
      parameters.append(MediaType.Parameter(name: name.lowercased(), value: value))
      skipSpaces()
    }
    return parameters
  }

  mutating func quotedString() -> String? {
    guard skip("\"") else { return nil }
    var text: [UInt8] = []
    while position < bytes.count {
      var byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        byte = bytes[position]
        position += 1
      }
      text.append(byte)
    }
    return nil
  }

  /// Goes on behind the next comma that is not inside a quoted string.
  mutating func skipElement() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        if quotedString() == nil { position = bytes.count }
        continue
      }
      position += 1
      if bytes[position - 1] == UInt8(ascii: ",") { return }
    }
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: ASCII.isAlphanumeric(byte)
    }
  }
}
