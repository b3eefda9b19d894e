package import AccordYAML

/// The example object (4.8.19).
package struct Example: Referable {
  package static let kindName = "an example"
  package static let componentsKey = "examples"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.examples
  }

  package let node: Node
  package let summary: String?
  package let description: String?
  package let value: Node?
  package let externalValue: String?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    summary = object.string("summary")
    description = object.string("description")
    value = object.value("value")
    externalValue = object.string("externalValue")
    extensions = object.extensions()
  }
}
