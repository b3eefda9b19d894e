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

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .dateTime: DateFormat.matchesDateTime(text)
    case .date: DateFormat.matchesDate(text)
    case .time: DateFormat.matchesTime(text)
    case .duration: DurationFormat.matches(text)
    case .uuid: UUIDFormat.matches(text)
    case .email: EmailFormat.matches(text)
    case .uri: URIFormat.matchesURI(text)
    case .uriReference: URIFormat.matchesReference(text)
    case .hostname: HostnameFormat.matches(text)
    case .ipv4: IPv4Format.matches(text)
    case .ipv6: IPv6Format.matches(text)
    case .byte: Base64.standard.matches(text)
    }
  }

  /// Reads on after "must be".
  var described: String {
    switch self {
    case .dateTime: "a date and time as in RFC 3339, such as 2024-02-29T12:00:00Z"
    case .date: "a date as in RFC 3339, such as 2024-02-29"
    case .time: "a time as in RFC 3339, such as 12:00:00Z"
    case .duration: "a duration as in RFC 3339, such as P1DT12H"
    case .uuid: "a UUID"
    case .email: "an email address"
    case .uri: "a URI"
    case .uriReference: "a URI or a relative reference"
    case .hostname: "a host name"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    case .byte: "base64"
    }
  }
}
