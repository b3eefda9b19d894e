package import AccordYAML

/// Node → Document: shape only. Wrong kinds, unknown and missing keys, all of them at once.
package enum DocumentReader {
  package static func read(_ node: Node) throws(Diagnostics) -> Document {
    let log = ReadingLog()
    VersionCheck.check(node, log: log)
    let document = log.read(Document.self, from: node)
    if let problems = Diagnostics(log.problems) { throw problems }
    return document
  }
}

/// Accepts OpenAPI 3.1 and says what to do about its relatives.
enum VersionCheck {
  static func check(_ node: Node, log: ReadingLog) {
    if let swagger = node.mapping?.entry("swagger") {
      log.error(
        at: swagger.key.range,
        "Swagger 2.0 is not supported; convert the contract to OpenAPI 3.1 first")
    }
    guard let value = node["openapi"], let version = value.scalar?.text else { return }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count < 3 || parts.prefix(2) != ["3", "1"] else { return }
    log.error(at: value.range, "OpenAPI version '\(version)' is not supported\(advice(version))")
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
