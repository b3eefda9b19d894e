package import AccordYAML

/// An object of the OpenAPI specification, read from a mapping.
///
/// Readers are total: what is missing or wrong is recorded in the reader and stands as an empty value, so that
/// one pass finds every problem.
package protocol DocumentObject: Sendable {
  /// With its article, as a sentence needs it: "an operation".
  static var kindName: String { get }
  init(_ object: ObjectReader)
  /// The mapping it was read from.
  var node: Node { get }
  /// Whether a node that is no mapping will do, too: a schema may be a boolean.
  static func accepts(_ scalar: Scalar) -> Bool
}

extension DocumentObject {
  package static func accepts(_ scalar: Scalar) -> Bool { false }

  package var range: SourceRange { node.range }

  /// Where the value of `key` stands; the whole object when it has no such key.
  package func range(of key: String) -> SourceRange {
    node[key]?.range ?? node.range
  }

  /// Where the word `key` itself stands; the whole object when it has no such key.
  package func range(ofKey key: String) -> SourceRange {
    node.mapping?.entry(key)?.key.range ?? node.range
  }
}

/// The `x-*` members of an object, in order.
package struct Extensions: Sendable {
  package let entries: [Node.Entry]

  package subscript(name: String) -> Node? {
    entries.first { $0.key.text == name }?.value
  }
}
