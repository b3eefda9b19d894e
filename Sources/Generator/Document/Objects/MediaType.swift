package import AccordYAML

/// The media type object (4.8.14).
package struct MediaType: DocumentObject {
  package static let kindName = "a media type object"
  package let node: Node
  package let schema: Schema?
  package let example: Node?
  package let examples: OrderedMap<Referenced<Example>>
  package let encoding: OrderedMap<Encoding>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    schema = object.schema("schema")
    example = object.value("example")
    examples = object.referencedMap("examples")
    encoding = object.objectMap("encoding") ?? OrderedMap()
    extensions = object.extensions()
  }
}
