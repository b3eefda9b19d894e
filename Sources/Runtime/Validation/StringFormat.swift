/// The values of `format` that are checked, named as contracts name them.
public enum StringFormat: String, Sendable, Hashable, CaseIterable {
  case dateTime = "date-time"
  case date, time, duration, uuid, email, uri
  case uriReference = "uri-reference"
  case hostname, ipv4, ipv6, byte

  /// Whether a text is of this format, in time linear in its length.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { true }

  var article: String {
    switch self {
    case .email, .ipv4, .ipv6: "an"
    default: "a"
    }
  }
}
