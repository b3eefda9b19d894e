/// How many columns a line of generated code has, less what it is usually indented.
private let lineWidth = 92

extension Code {
  /// `head(a, b)tail`, over several lines if it is too long for one.
  static func list(_ head: Code, _ items: [Code], _ tail: Code = "") -> Code {
    let line: Code = "\(head)(\(items, separator: ", "))\(tail)"
    if line.isOneLine, line.width <= lineWidth { return line }
    let joined = items.joined(", ")
    let isNarrow = joined.isOneLine && joined.width <= lineWidth - 2
    return """
      \(head)(
        \(isNarrow ? joined : items.joined(",\n"))
      )\(tail)
      """
  }

  /// Values between commas, a line each if one line is too narrow.
  static func commas(_ items: [Code]) -> Code {
    let line = items.joined(", ")
    return line.isOneLine && line.width <= lineWidth ? line : items.joined(",\n  ")
  }

  /// The first of several names that none of the others has.
  static func name(_ candidates: [Code], unlike others: some Sequence<String>) -> Code {
    let taken = Set(others)
    let free = candidates.first { !taken.contains($0.text) }
    return free ?? candidates.last.map { name([$0, "\($0)_"], unlike: others) } ?? ""
  }
}
