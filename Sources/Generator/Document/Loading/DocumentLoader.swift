package import AccordYAML

/// Why a file could not be read, as the end of a message.
package struct UnreadableFile: Error {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

/// Reads a contract and every file its references reach. The disk is the caller's: files come from a closure.
package enum DocumentLoader {
  package typealias ReadFile = (String) throws(UnreadableFile) -> [UInt8]

  /// Throws the problems of all files at once: unreadable, not YAML, or not of OpenAPI's shape.
  package static func load(
    _ path: String, reading readFile: ReadFile
  ) throws(Diagnostics) -> DocumentSet {
    let (set, problems) = try read(path, reading: readFile)
    if let problems = Diagnostics(problems) { throw problems }
    return set
  }

  /// Goes on past problems of shape, so that rules can be checked in the same run; throws when there is no
  /// document to go on with.
  static func read(
    _ path: String, reading readFile: ReadFile
  ) throws(Diagnostics) -> (DocumentSet, problems: [Diagnostic]) {
    let source = try rootSource(path, reading: readFile)
    let node = try NodeReader.read(source)
    if let problems = Diagnostics(VersionCheck.problems(of: node)) { throw problems }
    return withoutActuallyEscaping(readFile) { readFile in
      let follower = ReferenceFollower(root: node, reading: readFile)
      follower.followAll()
      return (follower.documentSet, follower.log.problems)
    }
  }

  private static func rootSource(
    _ path: String, reading readFile: ReadFile
  ) throws(Diagnostics) -> SourceFile {
    do {
      return SourceFile(path: path, bytes: try readFile(path))
    } catch {
      throw Diagnostics(Diagnostic(inFile: path, "the file cannot be read: \(error.reason)"))
    }
  }
}
