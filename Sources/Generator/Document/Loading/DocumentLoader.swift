package import AccordYAML

/// Why a file could not be read, as the end of a message.
package struct UnreadableFile: Error {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

/// Reads a contract and every file its references reach. The disk is the caller's: files come from a closure.
package struct DocumentLoader {
  package typealias ReadFile = (String) throws(UnreadableFile) -> [UInt8]

  /// Throws the problems of all files at once: unreadable, not YAML, or not of OpenAPI's shape.
  package static func load(
    _ path: String, reading readFile: ReadFile
  ) throws(Diagnostics) -> DocumentSet {
    throw Diagnostics(Diagnostic(inFile: path, "nothing reads files yet"))
  }
}
