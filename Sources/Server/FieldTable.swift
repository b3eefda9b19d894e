import HTTPTypes

/// The request fields that decide how a message is framed or answered.
enum FieldRole {
  case host, contentLength, transferEncoding, connection, expect, requestID
}

/// A field name that requests usually carry: it is recognised without making a string.
struct KnownField {
  let name: HTTPField.Name
  let role: FieldRole?
  private let lowercase: [UInt8]

  init(_ name: HTTPField.Name, role: FieldRole? = nil) {
    self.name = name
    self.role = role
    self.lowercase = Array(name.canonicalName.utf8)
  }

  /// Whether `bytes[start..<start + lowercase.count]` is this name in any case. Setting bit 5
  /// lowers letters, leaves `-` and digits alone, and makes no other token character a letter.
  func matches(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    for index in lowercase.indices where bytes[start + index] | 0x20 != lowercase[index] {
      return false
    }
    return true
  }
}

enum FieldTable {
  /// The known fields with names of a length, at the index of that length.
  private static let byLength: [[KnownField]] = {
    var table: [[KnownField]] = Array(repeating: [], count: 32)
    for field in known { table[field.name.canonicalName.utf8.count].append(field) }
    return table
  }()

  private static let known: [KnownField] =
    roles + plain.map { KnownField($0) }
    + ["DNT", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Priority"]
    .compactMap { HTTPField.Name($0) }.map { KnownField($0) }

  private static let roles: [KnownField] =
    [
      KnownField(.contentLength, role: .contentLength),
      KnownField(.transferEncoding, role: .transferEncoding),
      KnownField(.connection, role: .connection),
      KnownField(.expect, role: .expect),
    ]
    + HTTPField.Name("Host").map { [KnownField($0, role: .host)] }.orNone
    + HTTPField.Name.requestID.map { [KnownField($0, role: .requestID)] }.orNone

  private static let plain: [HTTPField.Name] = [
    .accept, .acceptEncoding, .acceptLanguage, .authorization, .cacheControl, .contentEncoding,
    .contentLanguage, .contentType, .cookie, .date, .ifMatch, .ifModifiedSince, .ifNoneMatch,
    .ifUnmodifiedSince, .origin, .range, .referer, .te, .trailer, .upgrade, .userAgent, .via,
  ]

  static func field(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> KnownField? {
    let length = end - start
    guard length < byLength.count else { return nil }
    for field in byLength[length] where field.matches(bytes, at: start) { return field }
    return nil
  }
}

extension Optional where Wrapped: RangeReplaceableCollection {
  fileprivate var orNone: Wrapped { self ?? Wrapped() }
}

extension HTTPField.Name {
  /// `X-Request-Id`; never nil, as it is a token.
  static let requestID = HTTPField.Name("X-Request-Id")
}
