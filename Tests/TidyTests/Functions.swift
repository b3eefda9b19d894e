/// A function, initialiser, subscript or accessor block in formatted source.
struct Function: CustomStringConvertible {
  let path: String
  let line: Int
  let lineCount: Int
  let head: String

  var description: String { "\(path):\(line): \(lineCount) lines: \(head)" }
}

extension SwiftFile {
  /// Found by indentation, which `swift format` guarantees: a head ends at the first line of the
  /// same indentation that starts with a closing brace.
  var functions: [Function] {
    lines.indices.compactMap { start in
      let line = lines[start]
      guard line.contains(Self.head), !line.hasSuffix("}"),
        let end = end(of: start, indentation: line.prefix { $0 == " " }.count)
      else { return nil }
      let head = line.drop { $0 == " " }
      return Function(
        path: path, line: start + 1, lineCount: end - start + 1, head: String(head))
    }
  }

  private func end(of start: Int, indentation: Int) -> Int? {
    let closing = String(repeating: " ", count: indentation) + "}"
    return lines[(start + 1)...].firstIndex { $0.hasPrefix(closing) }
  }

  private static var head: Regex<Substring> {
    /^ *(?:@\w+ )*(?:(?:public|package|internal|private|fileprivate|static|mutating|nonisolated|override|final|convenience|consuming|borrowing) )*(?:func |init[?(<]|subscript[(<]|deinit |var \w+: .*\{$)/
  }
}
