package import AccordYAML

/// A `$ref` as written: not resolved, but taken apart.
package struct Reference: DocumentObject {
  package static let kindName = "a reference"
  package let node: Node
  /// As written.
  package let text: String
  package let summary: String?
  package let description: String?
  /// What it points at, or why it cannot point anywhere.
  package let target: Result<Identity, MalformedReference>

  package init(_ object: ObjectReader) {
    node = object.node
    text = object.requiredString("$ref")
    summary = object.string("summary")
    description = object.string("description")
    target = Identity.target(of: text, from: node.range.file.path)
  }

  /// The `$ref` keyword of a schema or path item, which may have other keywords beside it.
  init(keywordOf node: Node, text: String) {
    self.node = node
    self.text = text
    summary = nil
    description = nil
    target = Identity.target(of: text, from: node.range.file.path)
  }
}

/// Why a `$ref` points nowhere, as the end of a message.
package struct MalformedReference: Error {
  package let reason: String
}

/// Either the object itself or a reference to one, as the file has it.
package enum Referenced<Object: Referable>: Sendable {
  case inline(Object)
  case reference(Reference)

  package var node: Node {
    switch self {
    case .inline(let object): object.node
    case .reference(let reference): reference.node
    }
  }

  package var range: SourceRange { node.range }

  /// Nil for a reference.
  package var object: Object? {
    if case .inline(let object) = self { object } else { nil }
  }
}

/// An object that a `$ref` may stand for.
package protocol Referable: DocumentObject {
  /// Its member of the components object.
  static var componentsKey: String { get }
  static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> { get }
  /// Whether `$ref` is a key of the object itself, so that other keys may stand beside it.
  static var holdsReference: Bool { get }
}

extension Referable {
  package static var holdsReference: Bool { false }
}
