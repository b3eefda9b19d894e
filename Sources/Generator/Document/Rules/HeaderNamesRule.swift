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
        headers.compactMap { problem($0.name, at: $0.nameRange) }
          + headers.duplicates(
            by: { $0.name.lowercased() }, at: \.nameRange,
            { "the header '\($0.name)' is declared twice" })
      }
  }

  private static func problem(_ name: String, at range: SourceRange) -> Diagnostic? {
    name.isToken ? nil : Diagnostic(at: range, "'\(name)' is not a header name")
  }
}
