import AccordModel

extension Identifier {
  /// In backticks if Swift would read it as a keyword.
  var spelled: String { keywords.contains(text) ? "`\(text)`" : text }

  /// The same, marked if it could be taken for a word of the emitters'.
  var marked: String { marked(spelled) }

  private func marked(_ spelling: String) -> String {
    Qualification.isKnown(text) ? String(Character(Qualification.mark)) + spelling : spelling
  }

  /// After a dot only five words need them.
  var spelledAsMember: String { memberKeywords.contains(text) ? "`\(text)`" : text }

  /// Before the colon of an argument, where Swift warns of backticks that are not needed.
  var spelledAsLabel: String { marked(text == "inout" ? "`\(text)`" : text) }

  /// Before the colon of a parameter.
  var spelledAsParameter: String {
    marked(parameterKeywords.contains(text) ? "`\(text)`" : text)
  }
}

extension Code {
  /// For an identifier that the compiler made out of a contract's.
  init(identifier text: String) {
    self.init(source: keywords.contains(text) ? "`\(text)`" : text)
  }

  /// Types from the outermost to the innermost.
  static func path(_ names: some Collection<Identifier>) -> Code {
    names.dropFirst().reduce(names.first.map { "\($0)" } ?? "") { "\($0).\($1)" }
  }
}

private let memberKeywords: Set<String> = ["Any", "init", "self", "Type", "Protocol"]

private let parameterKeywords: Set<String> = ["inout", "var", "let"]

/// Swift's reserved words, and the contextual ones that change what an expression or declaration
/// beginning with them means.
private let keywords: Set<String> = [
  "Any", "Protocol", "Self", "Type", "_", "actor", "any", "as", "associatedtype", "async", "await",
  "borrowing", "break", "case", "catch", "class", "consume", "consuming", "continue", "copy",
  "default", "defer", "deinit", "discard", "do", "each", "else", "enum", "extension", "fallthrough",
  "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal",
  "is", "let", "macro", "nil", "nonisolated", "open", "operator", "package", "precedencegroup",
  "private", "protocol", "public", "repeat", "rethrows", "return", "self", "some", "static",
  "struct", "subscript", "super", "switch", "then", "throw", "throws", "true", "try", "typealias",
  "unsafe", "var", "where", "while", "yield",
]
