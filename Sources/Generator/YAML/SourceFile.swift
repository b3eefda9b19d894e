import Synchronization

/// The bytes of one file, with its path as shown to people.
///
/// Paths use `/` and are relative to wherever the command runs; two files are the same file when their paths
/// are equal.
package final class SourceFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// Where lines begin, from the first time that one is asked for.
  private let lineStarts = Mutex<[Int]?>(nil)

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A place in a file: line and column from 1, columns counted in Unicode scalars.
package struct SourcePosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// From `start` up to, not including, `end`, in `file`.
package struct SourceRange: Sendable {
  package let file: SourceFile
  package let start: SourcePosition
  package let end: SourcePosition

  package init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The range that starts `columns` further right on the same line.
  package func advanced(by columns: Int) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: start.line, column: start.column + columns), end: end)
  }
}

extension SourceFile {
  /// The position of the byte at `offset`. Scans the file: for diagnostics only.
  package func position(ofByte offset: Int) -> SourcePosition {
    var position = SourcePosition(line: 1, column: 1)
    var index = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
    while index < min(offset, bytes.count) {
      advance(&position, over: index)
      index += 1
    }
    return position
  }

  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func advance(_ position: inout SourcePosition, over index: Int) {
    let byte = bytes[index]
    let isReturn = byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    if byte == 0x0A || isReturn {
      position = SourcePosition(line: position.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      position.column += 1
    }
  }

  /// The text of a line without its break, or nil when there is no such line. Broken UTF-8 is repaired.
  package func text(ofLine line: Int) -> String? {
    let start = lineStarts.withLock { known -> Int? in
      let starts = known ?? allLineStarts()
      known = starts
      return starts.indices.contains(line - 1) ? starts[line - 1] : nil
    }
    guard let start else { return nil }
    let end = bytes[start...].firstIndex(where: Self.isBreak) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func allLineStarts() -> [Int] {
    var starts = [bytes.starts(with: Self.byteOrderMark) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where Self.isBreak(byte) {
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isPair { starts.append(index + 1) }
    }
    return starts
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
