import AccordYAML

extension Rule {
  /// Formats are enforced, so one that is unknown or on the wrong type is refused.
  static let unsupportedFormats = Rule(name: "unsupported-formats") { set in
    set.inventory.schemas.compactMap { schema in
      guard let format = schema.format, schema.reference == nil else { return nil }
      return problem(with: format, of: schema).map {
        Diagnostic(at: schema.range(of: "format"), $0)
      }
    }
  }

  private static func problem(with format: String, of schema: Schema) -> String? {
    let all = ofText + ofIntegers + ofNumbers
    guard all.contains(format) else {
      return "the format '\(format)' is not supported yet" + suggestion(for: format, among: all)
    }
    guard schema.types?.isEmpty != true else { return nil }
    guard let type = schema.impliedType else {
      return "the format '\(format)' without 'type' is not supported yet"
    }
    let formats =
      switch type {
      case .string: ofText
      case .integer: ofIntegers
      case .number: ofNumbers
      case .null, .boolean, .array, .object: [String]()
      }
    if formats.contains(format) { return nil }
    return "the format '\(format)' says nothing about \(type.withArticle)"
  }

  /// `password`, `html` and `jwt` describe; the others are checked.
  private static let ofText = [
    "date", "date-time", "time", "duration", "uuid", "email", "uri", "uri-reference", "hostname",
    "ipv4", "ipv6", "byte", "password", "html", "jwt",
  ]
  private static let ofIntegers = ["int32", "int64"]
  private static let ofNumbers = ["float", "double"]
}
