import AccordYAML

extension Rule {
  /// Headers have names that can be sent, and no two of a response differ by case alone, which
  /// HTTP does not tell apart (RFC 9110, 5.1).
  static let headerNames = Rule(name: "header-names") { set in
    let parameters = set.inventory.parameters
      .filter { $0.location == .header && !$0.name.isEmpty }
    let malformed = parameters.compactMap { problem($0.name, at: $0.range(of: "name")) }
    return malformed
      + set.inventory.responses.map(\.headers).flatMap { headers in
        headers.compactMap { problem($0.name, at: $0.nameRange) ?? ignored($0) }
          + headers.duplicates(
            by: { $0.name.lowercased() }, at: \.nameRange,
            { "the header '\($0.name)' is declared twice" })
      }
  }

  /// OpenAPI 3.1, 4.8.17: the media type of the content says it.
  private static func ignored(_ header: OrderedMap<Referenced<Header>>.Entry) -> Diagnostic? {
    guard header.name.lowercased() == "content-type" else { return nil }
    return Diagnostic(
      at: header.nameRange,
      "OpenAPI ignores a response header '\(header.name)'; describe it by content")
  }

  private static func problem(_ name: String, at range: SourceRange) -> Diagnostic? {
    name.isToken ? nil : Diagnostic(at: range, "'\(name)' is not a header name")
  }
}
