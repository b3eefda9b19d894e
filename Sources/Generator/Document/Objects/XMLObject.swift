package import AccordYAML

/// The XML object (4.8.26).
package struct XMLObject: DocumentObject {
  package static let kindName = "an xml object"
  package let node: Node
  package let name: String?
  package let namespace: String?
  package let prefix: String?
  package let attribute: Bool
  package let wrapped: Bool
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.string("name")
    namespace = object.string("namespace")
    prefix = object.string("prefix")
    attribute = object.bool("attribute") ?? false
    wrapped = object.bool("wrapped") ?? false
    extensions = object.extensions()
  }
}
