package import AccordYAML

/// The external documentation object (4.8.11).
package struct ExternalDocs: DocumentObject {
  package static let kindName = "an external documentation object"
  package let node: Node
  package let description: String?
  package let url: String

  package init(_ object: ObjectReader) {
    node = object.node
    description = object.string("description")
    url = object.requiredString("url")
  }
}
