package import AccordModel

/// Collects a `Code` literal: indents what is interpolated as the line it stands on, and drops a
/// line on which nothing stands but empty pieces.
package struct CodeInterpolation: StringInterpolationProtocol {
  private var output = ""
  /// Whether the current line consists of spaces and at least one empty piece.
  private var isLineVoid = false

  package init(literalCapacity: Int, interpolationCount: Int) {
    output.reserveCapacity(literalCapacity + interpolationCount * 16)
  }

  package mutating func appendLiteral(_ literal: StaticString) {
    let text = literal.description
    guard isLineVoid, !text.isEmpty else {
      output += text
      return
    }
    isLineVoid = false
    guard text.first == "\n" else {
      output += text
      return
    }
    removeLine()
    output += output.isEmpty ? String(text.dropFirst()) : text
  }

  package mutating func appendInterpolation(_ code: Code) {
    guard !code.isEmpty else {
      isLineVoid = currentLine.allSatisfy { $0 == " " }
      return
    }
    isLineVoid = false
    let indentation = currentLine.prefix { $0 == " " }
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { output += line.isEmpty ? "\n" : "\n" + indentation }
      output += line
    }
  }

  /// The pieces that are not empty, a line each unless another separator is given.
  package mutating func appendInterpolation(_ pieces: [Code], separator: Code = "\n") {
    appendInterpolation(pieces.joined(separator))
  }

  package mutating func appendInterpolation(_ name: Identifier) {
    append(output.last == "." ? name.spelledAsMember : name.marked)
  }

  /// An argument label, where nearly every keyword stands for itself.
  package mutating func appendInterpolation(label name: Identifier) {
    append(name.spelledAsLabel)
  }

  /// A parameter's name in its declaration.
  package mutating func appendInterpolation(parameter name: Identifier) {
    append(name.spelledAsParameter)
  }

  /// A name made of a contract's and the compiler's own.
  package mutating func appendInterpolation(_ name: Identifier, suffix: StaticString) {
    append(name.text + suffix.description)
  }

  package mutating func appendInterpolation(_ name: TypeName) {
    for (index, part) in name.path.enumerated() {
      if index > 0 { append(".") }
      appendInterpolation(part)
    }
  }

  package mutating func appendInterpolation(literal text: String) {
    append(StringLiteral.spelling(of: text))
  }

  package mutating func appendInterpolation(literal number: Int) {
    append(String(number))
  }

  package mutating func appendInterpolation(documentation text: String) {
    appendInterpolation(Code(source: CommentText.lines(text).joined(separator: "\n")))
  }

  /// The contract's text as the rest of a comment line.
  package mutating func appendInterpolation(comment text: String) {
    append(CommentText.oneLine(text))
  }

  var finished: String {
    guard isLineVoid else { return output }
    var copy = self
    copy.removeLine()
    return copy.output
  }

  private var currentLine: Substring {
    output[(output.lastIndex(of: "\n").map(output.index(after:)) ?? output.startIndex)...]
  }

  private mutating func append(_ text: String) {
    isLineVoid = false
    output += text
  }

  /// Takes back the current line and the line end before it.
  private mutating func removeLine() {
    output.removeLast(currentLine.count)
    if output.last == "\n" { output.removeLast() }
  }
}
