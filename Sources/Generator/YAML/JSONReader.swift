/// A strict RFC 8259 reader that yields the same tree as YAML, positions included.
struct JSONReader {
  let source: SourceFile
  let bytes: [UInt8]
  var offset = 0
  private var line = 1
  /// Offset of the line's first byte, moved right by continuation bytes so that columns count scalars.
  private var lineOrigin = 0
  private var problems: [Diagnostic] = []

  static func read(_ source: SourceFile) throws(Diagnostics) -> Node {
    var reader = JSONReader(source)
    let root = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.offset < reader.bytes.count {
      throw reader.failure("something follows the end of the JSON value")
    }
    if let problems = Diagnostics(reader.problems) { throw problems }
    return root
  }

  private init(_ source: SourceFile) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: SourceFile.byteOrderMark) {
      offset = 3
      lineOrigin = 3
    }
  }

  var position: SourcePosition { SourcePosition(line: line, column: offset - lineOrigin + 1) }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func failure(_ message: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(at: SourceRange(file: source, start: position, end: position), message))
  }

  func range(from start: SourcePosition) -> SourceRange {
    SourceRange(file: source, start: start, end: position)
  }

  /// Counts a byte of a multi-byte character out of the columns.
  mutating func skipContinuation() { lineOrigin += 1 }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case 0x0A: startLine(after: 1)
      case 0x0D: startLine(after: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1)
      default: return
      }
    }
  }

  private mutating func startLine(after count: Int) {
    offset += count
    line += 1
    lineOrigin = offset
  }
}

extension JSONReader {
  private mutating func value(depth: Int) throws(Diagnostics) -> Node {
    skipSpace()
    if depth > NodeReader.depthMax {
      throw failure("the file nests deeper than \(NodeReader.depthMax) levels")
    }
    switch current {
    case UInt8(ascii: "{")?: return try object(depth: depth)
    case UInt8(ascii: "[")?: return try array(depth: depth)
    case UInt8(ascii: "\"")?:
      let start = position
      let text = try string()
      return scalar(text, .string, from: start)
    default: return try literal()
    }
  }

  private mutating func object(depth: Int) throws(Diagnostics) -> Node {
    let start = position
    var builder = MappingBuilder()
    offset += 1
    skipSpace()
    while current != UInt8(ascii: "}") {
      if !builder.isEmpty { try expect(UInt8(ascii: ","), "expected ',' or '}'") }
      skipSpace()
      let keyStart = position
      guard current == UInt8(ascii: "\"") else { throw failure("expected a key in double quotes") }
      let key = Node.Key(text: try string(), range: range(from: keyStart))
      skipSpace()
      try expect(UInt8(ascii: ":"), "expected ':' after the key")
      builder.append(key, try value(depth: depth + 1))
      skipSpace()
    }
    offset += 1
    problems += builder.problems
    return Node(.mapping(Mapping(builder.entries)), range: range(from: start))
  }

  private mutating func array(depth: Int) throws(Diagnostics) -> Node {
    let start = position
    var nodes: [Node] = []
    offset += 1
    skipSpace()
    while current != UInt8(ascii: "]") {
      if !nodes.isEmpty { try expect(UInt8(ascii: ","), "expected ',' or ']'") }
      nodes.append(try value(depth: depth + 1))
      skipSpace()
    }
    offset += 1
    return Node(.sequence(nodes), range: range(from: start))
  }

  private mutating func expect(_ byte: UInt8, _ message: String) throws(Diagnostics) {
    guard current == byte else { throw failure(message) }
    offset += 1
  }

  private mutating func literal() throws(Diagnostics) -> Node {
    let start = position
    let first = offset
    while let byte = current, isWordByte(byte) { offset += 1 }
    let word = bytes[first..<offset]
    switch String(decoding: word, as: UTF8.self) {
    case "null": return scalar("null", .null, from: start)
    case "true": return scalar("true", .bool(true), from: start)
    case "false": return scalar("false", .bool(false), from: start)
    case let text:
      if let kind = JSONNumber.kind(word) { return scalar(text, kind, from: start) }
      offset = first
      let what = text.isEmpty ? "expected a JSON value" : "'\(text)' is not a JSON value"
      throw failure(what)
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
    default: false
    }
  }

  private func scalar(_ text: String, _ kind: Scalar.Kind, from start: SourcePosition) -> Node {
    Node(
      .scalar(Scalar(text: text, kind: kind, isPlain: kind != .string)), range: range(from: start))
  }
}

/// The number grammar of RFC 8259, section 6.
private enum JSONNumber {
  static func kind(_ bytes: ArraySlice<UInt8>) -> Scalar.Kind? {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard let first = whole.first, first != 0x30 || whole.count == 1 else { return nil }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return .int }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      if fraction.isEmpty { return nil }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard !rest.isEmpty, rest.allSatisfy(isDigit) else { return nil }
    }
    return .float
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
