import HTTPTypes

/// The first line of a request: `method SP request-target SP HTTP-version`
/// (RFC 9112, section 3), with single spaces and nothing else.
struct RequestLine {
  let method: HTTPRequest.Method
  let target: RequestTarget
  let isHTTP10: Bool

  init(_ bytes: Span<UInt8>, end: Int) throws(Rejection) {
    guard let methodEnd = Self.spaceIndex(bytes, from: 0, to: end),
      let targetEnd = Self.spaceIndex(bytes, from: methodEnd + 1, to: end)
    else { throw .malformed("The request line is not a method, a target and a version.") }
    isHTTP10 = try Self.isHTTP10(bytes, from: targetEnd + 1, to: end)
    guard let method = Self.method(bytes, end: methodEnd) else {
      throw .malformed("The request method is not a token.")
    }
    if method == .connect {
      throw Rejection(.notImplemented, "This server is not a proxy: it does not connect.")
    }
    self.method = method
    target = try RequestTarget(bytes, from: methodEnd + 1, to: targetEnd, method: method)
  }

  private static func spaceIndex(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if bytes[index] == ByteGrammar.space { return index }
      index += 1
    }
    return nil
  }

  /// RFC 9110, section 2.5: a higher minor version is answered as the highest known, a different
  /// major version is not understood.
  private static func isHTTP10(
    _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) throws(Rejection) -> Bool {
    let name: [UInt8] = [0x48, 0x54, 0x54, 0x50, 0x2F]  // HTTP/
    guard end - start == 8, name.indices.allSatisfy({ bytes[start + $0] == name[$0] }),
      bytes[start + 6] == UInt8(ascii: "."), isDigit(bytes[start + 5]), isDigit(bytes[start + 7])
    else { throw .malformed("The request line does not end in an HTTP version.") }
    guard bytes[start + 5] == UInt8(ascii: "1") else {
      throw Rejection(.httpVersionNotSupported, "This server speaks HTTP/1.1.")
    }
    return bytes[start + 7] == UInt8(ascii: "0")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Methods are case-sensitive (RFC 9110, section 9.1).
  private static func method(_ bytes: Span<UInt8>, end: Int) -> HTTPRequest.Method? {
    guard let text = ByteGrammar.text(bytes, from: 0, to: end) else { return nil }
    return HTTPRequest.Method(text)
  }
}

extension RequestTarget {
  /// RFC 9112, section 3.2. The authority form belongs to CONNECT alone.
  init(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, method: HTTPRequest.Method
  ) throws(Rejection) {
    var index = start
    while index < end {
      guard ByteGrammar.isVisible(bytes[index]), bytes[index] != UInt8(ascii: "#") else {
        throw .malformed("A character in the request target that no target holds.")
      }
      index += 1
    }
    guard let text = ByteGrammar.text(bytes, from: start, to: end) else {
      throw .malformed("The request target is not ASCII.")
    }
    if text.utf8.first == UInt8(ascii: "/") {
      self = .origin(text)
    } else {
      self = try Self.unusual(text, method: method)
    }
  }

  private static func unusual(
    _ text: String, method: HTTPRequest.Method
  ) throws(Rejection) -> RequestTarget {
    if text == "*", method == .options { return .asterisk }
    guard let authority = Self.afterScheme(text) else {
      throw .malformed("The request target is neither a path nor an http URL.")
    }
    let rest = authority.drop { $0 != "/" && $0 != "?" }
    guard rest.startIndex != authority.startIndex else {
      throw .malformed("The request target has no host.")
    }
    if rest.isEmpty { return method == .options ? .asterisk : .origin("/") }
    return .origin(rest.first == "?" ? "/" + rest : String(rest))
  }

  /// What follows `http://` or `https://`, in any case; nil if neither does.
  private static func afterScheme(_ text: String) -> Substring? {
    for scheme in ["http://", "https://"]
    where text.prefix(scheme.count).lowercased() == scheme {
      return text.dropFirst(scheme.count)
    }
    return nil
  }
}
