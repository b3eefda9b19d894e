/// A value of a YAML or JSON file, in the order of the file, with its place.
package struct Node: Sendable {
  package let content: Content
  package let range: SourceRange

  package enum Content: Sendable {
    case mapping(Mapping)
    case sequence([Node])
    case scalar(Scalar)
  }

  package struct Entry: Sendable {
    package let key: Key
    package let value: Node

    package init(key: Key, value: Node) {
      self.key = key
      self.value = value
    }
  }

  /// The key of a mapping entry. Keys are compared as text: `200` and `"200"` are one key.
  package struct Key: Sendable {
    package let text: String
    package let range: SourceRange

    package init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// The entries of a mapping, in file order, with distinct keys.
package final class Mapping: Sendable {
  package let entries: [Node.Entry]
  /// Only large mappings are indexed; a scan is faster for small ones.
  private let indices: [ExactText: Int]?

  package init(_ entries: [Node.Entry]) {
    self.entries = entries
    guard entries.count > 12 else {
      indices = nil
      return
    }
    indices = Dictionary(
      entries.enumerated().map { (ExactText($1.key.text), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package func entry(_ key: String) -> Node.Entry? {
    index(of: key).map { entries[$0] }
  }

  package func index(of key: String) -> Int? {
    guard let indices else { return entries.firstIndex { $0.key.text.isExactly(key) } }
    return indices[ExactText(key)]
  }
}

/// A scalar with the kind the YAML 1.2 core schema gives it. JSON yields the same kinds.
package struct Scalar: Sendable {
  package enum Kind: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The number as written is the scalar's text.
    case int
    case float
    case string
  }

  /// As written, after unquoting; numbers keep their exact digits.
  package let text: String
  package let kind: Kind
  /// Whether the text stands in the file exactly as it is here, so that an offset into it is a column.
  package let isPlain: Bool

  package init(text: String, kind: Kind, isPlain: Bool) {
    self.text = text
    self.kind = kind
    self.isPlain = isPlain
  }
}

extension Node {
  package subscript(key: String) -> Node? {
    mapping?.entry(key)?.value
  }

  package var mapping: Mapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  package var sequence: [Node]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of a string scalar; nil for every other kind, numbers included.
  package var string: String? {
    scalar.flatMap { $0.kind == .string ? $0.text : nil }
  }

  package var isNull: Bool {
    scalar?.kind == .null
  }

  /// What the value is, with its article: "a mapping", "a string".
  package var kindName: String {
    switch content {
    case .mapping: "a mapping"
    case .sequence: "a sequence"
    case .scalar(let scalar):
      switch scalar.kind {
      case .null: "null"
      case .bool: "a boolean"
      case .int: "an integer"
      case .float: "a number"
      case .string: "a string"
      }
    }
  }
}
