/// SourceFile → Node. Bounded on any input: depth, alias expansion and the shape of keys are limited.
package enum NodeReader {
  /// Mappings and sequences within one another.
  package static let depthMax = 200
  /// Nodes that aliases may stand for, in one file, all together.
  package static let aliasedNodesMax = 200_000

  /// Reads YAML 1.2, or strict JSON when the file is named `.json` or has no YAML name and begins with `{`.
  package static func read(_ source: SourceFile) throws(Diagnostics) -> Node {
    if let offset = UTF8Check.firstInvalidByte(in: source.bytes) {
      throw Diagnostics(Diagnostic(at: source.range(ofByte: offset), "the file is not valid UTF-8"))
    }
    return isJSON(source) ? try JSONReader.read(source) : try YAMLReader.read(source)
  }

  private static func isJSON(_ source: SourceFile) -> Bool {
    if source.path.hasSuffix(".json") { return true }
    if source.path.hasSuffix(".yaml") || source.path.hasSuffix(".yml") { return false }
    return source.bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == 0x7B
  }
}

extension SourceFile {
  /// An empty range at a byte.
  func range(ofByte offset: Int) -> SourceRange {
    let position = position(ofByte: offset)
    return SourceRange(file: self, start: position, end: position)
  }
}

enum UTF8Check {
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
