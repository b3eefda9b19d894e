package import AccordYAML

/// The info object (4.8.2).
package struct Info: DocumentObject {
  package static let kindName = "an info object"
  package let node: Node
  package let title: String
  package let summary: String?
  package let description: String?
  package let termsOfService: String?
  package let contact: Contact?
  package let license: License?
  package let version: String
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    title = object.requiredString("title")
    summary = object.string("summary")
    description = object.string("description")
    termsOfService = object.string("termsOfService")
    contact = object.object("contact")
    license = object.object("license")
    version = object.requiredString("version")
    extensions = object.extensions()
  }
}
