/// Why bytes are not the XML document that was expected.
public struct MalformedXML: Error, Sendable, Hashable, CustomStringConvertible {
  /// In words for people, without the place.
  public let message: String
  /// From 1; 0 if no place is known.
  public let line: Int
  /// From 1, in Unicode scalars; 0 if no place is known.
  public let column: Int

  init(_ message: String, line: Int = 0, column: Int = 0) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// With the place of the byte at `offset`.
  init(_ message: String, at offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let scalars = before[lineStart...].count(where: { $0 & 0xC0 != 0x80 })
    self.init(
      message, line: before.count(where: { $0 == UInt8(ascii: "\n") }) + 1, column: scalars + 1)
  }

  public var description: String {
    line == 0 ? message : "\(message) (line \(line), column \(column))"
  }
}
