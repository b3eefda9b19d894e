import AccordModel

extension Identifier {
  /// In backticks if Swift would read it as a keyword.
  var spelled: String { keywords.contains(text) ? "`\(text)`" : text }

  /// After a dot only four words need them.
  var spelledAsMember: String { memberKeywords.contains(text) ? "`\(text)`" : text }

  /// Before a colon, where Swift warns of backticks that are not needed.
  var spelledAsLabel: String { labelKeywords.contains(text) ? "`\(text)`" : text }
}

extension Code {
  /// For an identifier that the compiler made out of a contract's.
  init(identifier text: String) {
    self.init(source: keywords.contains(text) ? "`\(text)`" : text)
  }

  static func path(_ names: some Collection<Identifier>) -> Code {
    names.dropFirst().reduce(names.first.map { "\($0)" } ?? "") { "\($0).\($1)" }
  }
}

private let memberKeywords: Set<String> = ["init", "self", "Type", "Protocol"]

private let labelKeywords: Set<String> = ["inout", "var", "let", "_"]

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
