import AccordYAML

extension Rule {
  /// Formats are enforced, so an unknown one is refused.
  static let unsupportedFormats = Rule(name: "unsupported-formats") { set in
    set.inventory.schemas.compactMap { schema in
      guard let format = schema.format, !known.contains(format) else { return nil }
      return Diagnostic(
        at: schema.range(of: "format"),
        "the format '\(format)' is not supported yet" + suggestion(for: format, among: known))
    }
  }

  private static let known = [
    "int32", "int64", "float", "double", "date", "date-time", "uuid", "email", "uri", "hostname",
    "ipv4", "ipv6", "byte", "password", "html", "jwt",
  ]
}
