import FoundationEssentials

/// The cursor of a store that continues after a key: the key in base64url, behind a version.
enum KeyCursor {
  private static let version = "1"

  static func make(after key: String) -> PageCursor {
    let encoded = Data(key.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return PageCursor(text: version + encoded)
  }

  static func key(of cursor: PageCursor) throws(StoreError) -> String {
    var encoded = cursor.text.dropFirst(version.count)
      .replacing("-", with: "+").replacing("_", with: "/")
    encoded += String(repeating: "=", count: (4 - encoded.utf8.count % 4) % 4)
    guard cursor.text.hasPrefix(version), let data = Data(base64Encoded: String(encoded)),
      let key = String(validating: data, as: UTF8.self), make(after: key) == cursor
    else { throw .invalid(reason: "this cursor was not given by this store") }
    try ItemRules.check(key: key)
    return key
  }
}
