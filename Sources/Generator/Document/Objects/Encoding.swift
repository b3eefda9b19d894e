package import AccordYAML

/// The encoding object (4.8.15).
package struct Encoding: DocumentObject {
  package static let kindName = "an encoding"
  package let node: Node
  package let contentType: String?
  package let headers: OrderedMap<Referenced<Header>>
  package let style: String?
  package let explode: Bool?
  package let allowReserved: Bool
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    contentType = object.string("contentType")
    headers = object.referencedMap("headers")
    style = object.string("style")
    explode = object.bool("explode")
    allowReserved = object.bool("allowReserved") ?? false
    extensions = object.extensions()
  }
}
