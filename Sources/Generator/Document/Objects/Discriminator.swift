package import AccordYAML

/// The discriminator object (4.8.25).
package struct Discriminator: DocumentObject {
  package static let kindName = "a discriminator"
  package let node: Node
  package let propertyName: String
  package let mapping: OrderedMap<Node>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    propertyName = object.requiredString("propertyName")
    mapping = object.nodeMap("mapping")
    extensions = object.extensions()
  }
}
