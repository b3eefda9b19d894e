import AccordRuntime
import HTTPTypes

/// What a request must keep to before libcurl sees it.
enum RequestRules {
  /// Why the request cannot be sent as it is, or nil.
  static func fault(in request: ClientRequest) -> String? {
    faultOfURL(request.url) ?? faultOfMethod(request) ?? faultOfFields(request.headerFields)
  }

  static func isSecure(_ url: String) -> Bool {
    hasPrefix(url, "https://")
  }

  private static func faultOfURL(_ url: String) -> String? {
    guard hasPrefix(url, "http://") || isSecure(url) else {
      return "the URL is neither http nor https"
    }
    // Visible ASCII only (RFC 3986, section 2): no space, no line end, nothing unencoded.
    guard url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return "the URL holds a character that must be percent-encoded"
    }
    return nil
  }

  private static func faultOfMethod(_ request: ClientRequest) -> String? {
    switch request.method {
    case .connect: "CONNECT is not a request to a resource"
    case .head where request.body != nil, .trace where request.body != nil:
      "a \(request.method.rawValue) request has no content"
    default: nil
    }
  }

  private static func faultOfFields(_ fields: HTTPFields) -> String? {
    for field in fields {
      if field.name == .transferEncoding { return "Transfer-Encoding is the transport's to set" }
      let isSafe = field.withUnsafeBytesOfValue { bytes in
        bytes.allSatisfy { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
      }
      if !isSafe { return "the value of \(field.name.rawName) holds a line end or NUL" }
    }
    return nil
  }

  /// Schemes are case-insensitive (RFC 3986, section 3.1); `prefix` is in lower case.
  private static func hasPrefix(_ url: String, _ prefix: StaticString) -> Bool {
    var index = url.utf8.startIndex
    return prefix.withUTF8Buffer { expected in
      expected.allSatisfy { byte in
        guard index < url.utf8.endIndex else { return false }
        defer { url.utf8.formIndex(after: &index) }
        let found = url.utf8[index]
        return found == byte || ((0x41...0x5A).contains(found) && found | 0x20 == byte)
      }
    }
  }
}
