import AccordRuntime
import FoundationEssentials

/// The cursor of a store that continues after a key of a table: a checksum of both and the key, in
/// base64url, behind a version.
///
/// The checksum tells a cursor that a page ended with from one that is cut short, made up or of
/// another table. Whoever computes it learns no more than a list shows anyway.
enum KeyCursor {
  private static let version = "2"
  private static let checksumBytes = 4

  static func make(after key: String, in table: Table) -> PageCursor {
    let encoded = Data(checksum(of: key, in: table) + Array(key.utf8)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return PageCursor(text: version + encoded)
  }

  static func key(of cursor: PageCursor, in table: Table) throws(StoreError) -> String {
    var encoded = cursor.text.dropFirst(version.count)
      .replacing("-", with: "+").replacing("_", with: "/")
    encoded += String(repeating: "=", count: (4 - encoded.utf8.count % 4) % 4)
    guard cursor.text.hasPrefix(version), let data = Data(base64Encoded: String(encoded)),
      let key = String(validating: data.dropFirst(checksumBytes), as: UTF8.self),
      make(after: key, in: table) == cursor
    else { throw .invalid(reason: "this cursor was not given by this store") }
    try ItemRules.check(key: key)
    return key
  }

  /// FNV-1a, 32 bits (draft-eastlake-fnv, section 2), of the table's name, a zero, and the key.
  private static func checksum(of key: String, in table: Table) -> [UInt8] {
    let bytes = Array(table.name.utf8) + [0] + Array(key.utf8)
    let hash = bytes.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return (0..<UInt32(checksumBytes)).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
  }
}
