package import AccordYAML

/// The tag object (4.8.22).
package struct Tag: DocumentObject {
  package static let kindName = "a tag"
  package let node: Node
  package let name: String
  package let description: String?
  package let externalDocs: ExternalDocs?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.requiredString("name")
    description = object.string("description")
    externalDocs = object.object("externalDocs")
    extensions = object.extensions()
  }
}
