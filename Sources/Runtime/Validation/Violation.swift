/// One place where a request breaks its contract.
public struct Violation: Sendable, Hashable {
  public enum Location: String, Sendable, Hashable, CaseIterable {
    case body, path, query, header, cookie
  }

  public let location: Location
  /// In a body a JSON pointer (RFC 6901), empty for the whole; elsewhere the parameter's name,
  /// which an answer shows as a pointer too: `/limit`.
  public let pointer: String
  /// The schema keyword that is broken (`minLength`, `required`…), `type`, `duplicate`, or `more`.
  public let keyword: String
  /// Reads on after the place's name: "must be a string, not null".
  public let message: String

  public init(_ location: Location, _ pointer: String, _ broken: BrokenRule) {
    self.location = location
    self.pointer = pointer
    keyword = broken.keyword
    message = broken.message
  }
}

/// What a value breaks, wherever the value is.
public struct BrokenRule: Sendable, Hashable {
  public let keyword: String
  public let message: String

  public init(_ keyword: String, _ message: String) {
    self.keyword = keyword
    self.message = message
  }

  /// A value that is none of those allowed; the first 20 are named.
  public static func enumeration(of allowed: [String]) -> BrokenRule {
    let named = allowed.prefix(20).joined(separator: ", ")
    return BrokenRule("enum", "must be one of \(named)\(allowed.count > 20 ? "…" : "")")
  }
}

extension Violation: JSONEncodable {
  public func encode(to json: inout JSONWriter) {
    json.beginObject()
    json.write("location", location.rawValue)
    json.write("pointer", location == .body || pointer.hasPrefix("/") ? pointer : "/" + pointer)
    json.write("keyword", keyword)
    json.write("message", message)
    json.endObject()
  }
}
