/// Hosts and ports as URLs write them (RFC 3986, section 3.2).
enum Address {
  /// Whether `text` is `http` or `https`, a host, perhaps a port from 1 to 65535, and perhaps a
  /// path: what a path can be appended to and a request sent to.
  static func isBaseURL(_ text: String) -> Bool {
    for scheme in ["http://", "https://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return isAuthority(rest.prefix { $0 != "/" })
        && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        && !text.contains { $0 == "?" || $0 == "#" }
    }
    return false
  }

  private static func isAuthority(_ text: Substring) -> Bool {
    guard text.hasPrefix("[") else {
      let host = text.prefix { $0 != ":" }
      return isName(host) && isPort(text.dropFirst(host.count))
    }
    guard let end = text.firstIndex(of: "]") else { return false }
    let host = text[..<end].dropFirst()
    return host.contains(":") && host.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
      && isPort(text[end...].dropFirst())
  }

  private static func isName(_ host: Substring) -> Bool {
    !host.isEmpty
      && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
  }

  /// Nothing, or a colon and a port.
  private static func isPort(_ text: Substring) -> Bool {
    guard !text.isEmpty else { return true }
    let digits = text.dropFirst()
    guard text.first == ":", digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    return Int(digits).map { (1...65_535).contains($0) } ?? false
  }
}
