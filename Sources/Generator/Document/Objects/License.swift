package import AccordYAML

/// The license object (4.8.4).
package struct License: DocumentObject {
  package static let kindName = "a license"
  package let node: Node
  package let name: String
  package let identifier: String?
  package let url: String?

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.requiredString("name")
    identifier = object.string("identifier")
    url = object.string("url")
  }
}
