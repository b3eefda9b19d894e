package import AccordYAML

/// Node → Document: shape only. Wrong kinds, unknown and missing keys, all of them at once.
package enum DocumentReader {
  package static func read(_ node: Node) throws(Diagnostics) -> Document {
    if let problems = Diagnostics(VersionCheck.problems(of: node)) { throw problems }
    let log = ReadingLog()
    let document = log.read(Document.self, from: node)
    if let problems = Diagnostics(log.problems) { throw problems }
    return document
  }
}

/// Accepts OpenAPI 3.1 and says what to do about its relatives.
enum VersionCheck {
  static func problems(of node: Node) -> [Diagnostic] {
    if let swagger = node.mapping?.entry("swagger") {
      let message = "Swagger 2.0 is not supported; convert the contract to OpenAPI 3.1 first"
      return [Diagnostic(at: swagger.key.range, message)]
    }
    guard let value = node["openapi"] else {
      let hint = suggestion(for: "openapi", among: (node.mapping?.entries ?? []).map(\.key.text))
      return [
        Diagnostic(at: node.range, "this is no OpenAPI document: it needs 'openapi: 3.1.1'\(hint)")
      ]
    }
    guard let version = value.scalar?.text else { return [] }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, parts.prefix(2) == ["3", "1"] { return [] }
    let message = "OpenAPI version '\(version)' is not supported\(advice(version))"
    return [Diagnostic(at: value.range, message)]
  }

  private static func advice(_ version: String) -> String {
    if version.hasPrefix("3.0") {
      return "; write '3.1.1', and 'nullable: true' as type: [string, 'null']"
    }
    return version == "3.1" ? "; write '3.1.1'" : "; this compiler reads OpenAPI 3.1"
  }

  /// Whether a file holds an OpenAPI document, of whatever version, rather than a fragment of one.
  static func isDocument(_ node: Node) -> Bool {
    node["openapi"] != nil || node["swagger"] != nil
  }
}
