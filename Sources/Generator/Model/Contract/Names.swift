import AccordDocument

/// A Swift identifier, unescaped: 1 or more characters that Swift accepts in an identifier, not
/// starting with a digit. It may be a keyword; the emitter adds backticks where the place needs it.
///
/// Only the namer makes one from a contract's text, so holding one is the proof that it is safe to
/// write into source.
package struct Identifier: Sendable, Hashable, Comparable {
  package let text: String

  /// For names that the compiler itself writes: the literal must be a valid identifier.
  package init(_ literal: StaticString) {
    text = literal.description
  }

  /// For names that people give beside the contract: nil for what Swift takes for no identifier.
  package init?(given text: String) {
    guard text.isIdentifier else { return nil }
    self.text = text
  }

  /// For the namer only.
  init(checked text: String) {
    self.text = text
  }

  package static func < (a: Identifier, b: Identifier) -> Bool { a.text < b.text }
}

/// A declared type's full name from the module's top level: `User`, or `Login.Body`.
package struct TypeName: Sendable, Hashable {
  /// Outermost first; never empty.
  package let path: [Identifier]

  package init(_ first: Identifier, _ rest: Identifier...) {
    path = [first] + rest
  }

  package func nested(_ name: Identifier) -> TypeName { TypeName(path: path + [name]) }

  init(path: [Identifier]) {
    self.path = path
  }

  package var last: Identifier { path[path.count - 1] }
}
