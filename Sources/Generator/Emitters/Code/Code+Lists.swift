/// How many columns a line of generated code has, less what it is usually indented.
let lineWidth = 94

extension Code {
  /// A head of a declaration, `name(a, b)tail`, over several lines if it is too long for one.
  static func head(_ name: Code, _ parameters: [Code], _ tail: Code = "") -> Code {
    let line: Code = "\(name)(\(parameters, separator: ", "))\(tail)"
    if line.isOneLine, line.width <= lineWidth { return line }
    return """
      \(name)(
        \(filled(parameters))
      )\(tail)
      """
  }

  /// A call, `function(a, b) { body }`, over several lines if it is too long for one.
  static func call(
    _ function: Code, _ arguments: [Code], closure body: Code = "", width lineWidth: Int = lineWidth
  ) -> Code {
    let hasParentheses = body.isEmpty || arguments.contains { !$0.isEmpty }
    let line: Code = hasParentheses ? "\(function)(\(arguments, separator: ", "))" : function
    let isNarrow = line.isOneLine && line.width <= lineWidth - 2
    guard body.isEmpty else {
      let closed: Code = "\(line) { \(body) }"
      if closed.isOneLine, closed.width <= lineWidth { return closed }
      return """
        \(isNarrow ? line : call(function, arguments)) {
          \(body)
        }
        """
    }
    return isNarrow
      ? line
      : """
      \(function)(
        \(filled(arguments, width: lineWidth)))
      """
  }

  /// `keyword a, b tail`, where the tail begins a line if the conditions need more than one.
  static func conditions(_ keyword: Code, _ conditions: [Code], _ tail: Code) -> Code {
    let line: Code = "\(keyword) \(conditions, separator: ", ")"
    if line.isOneLine, line.width <= lineWidth - 8 { return "\(line) \(tail)" }
    let lines = filled(conditions, width: lineWidth - 8)
    return """
      \(keyword) \(Code(source: lines.text.replacing("\n", with: "\n  ")))
      \(tail)
      """
  }

  /// A call with a closure that has a head of its own: `function(a) { json in … }`.
  static func call(_ function: Code, _ arguments: [Code], trailing closure: Code) -> Code {
    let line: Code = "\(function)(\(arguments, separator: ", "))"
    if line.width <= lineWidth - 40 { return "\(line) \(closure)" }
    return """
      \(function)(
        \(filled(arguments))
      ) \(closure)
      """
  }

  /// `pattern: body` in a switch, the body on lines of its own if it does not fit.
  static func `case`(_ pattern: Code, _ body: Code) -> Code {
    let line: Code = "\(pattern): \(body)"
    if line.isOneLine, line.width <= lineWidth - 4 { return line }
    return """
      \(pattern):
        \(body)
      """
  }

  /// An array literal, a line for each element if one of `width` columns is too narrow. A comma
  /// stands behind the last of several elements, and none behind a lone one, as swift-format has it.
  static func array(_ items: [Code], width: Int = lineWidth) -> Code {
    let line: Code = "[\(items, separator: ", ")]"
    if line.isOneLine, line.width <= width { return line }
    return """
      [
        \(items.joined(",\n"))\(items.count > 1 ? "," : "")
      ]
      """
  }

  /// Values between commas, a line each if one line is too narrow.
  static func commas(_ items: [Code]) -> Code {
    let line = items.joined(", ")
    return line.isOneLine && line.width <= lineWidth - 8 ? line : items.joined(",\n  ")
  }

  /// As many on a line as fit.
  private static func filled(_ items: [Code], width lineWidth: Int = lineWidth) -> Code {
    var lines: [Code] = []
    for item in items where !item.isEmpty {
      let longer = lines.last.map { "\($0), \(item)" as Code } ?? item
      if longer.isOneLine, longer.width <= lineWidth - 3, !lines.isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(item)
      }
    }
    return lines.joined(",\n")
  }

  /// The first of several names that none of the others has.
  static func name(_ candidates: [Code], unlike others: some Sequence<String>) -> Code {
    let taken = Set(others)
    let free = candidates.first { !taken.contains($0.text) }
    return free ?? candidates.last.map { name([$0, "\($0)_"], unlike: taken) } ?? ""
  }
}
