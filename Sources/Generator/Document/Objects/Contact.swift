package import AccordYAML

/// The contact object (4.8.3).
package struct Contact: DocumentObject {
  package static let kindName = "a contact"
  package let node: Node
  package let name: String?
  package let url: String?
  package let email: String?

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.string("name")
    url = object.string("url")
    email = object.string("email")
  }
}
