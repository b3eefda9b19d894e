package import AccordYAML

/// The header object (4.8.21).
package struct Header: Referable {
  package static let kindName = "a header"
  package static let componentsKey = "headers"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.headers
  }

  package let node: Node
  package let description: String?
  package let required: Bool
  package let deprecated: Bool
  package let style: String?
  package let explode: Bool?
  package let schema: Schema?
  package let example: Node?
  package let examples: OrderedMap<Referenced<Example>>
  package let content: OrderedMap<MediaType>?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    description = object.string("description")
    required = object.bool("required") ?? false
    deprecated = object.bool("deprecated") ?? false
    style = object.string("style")
    explode = object.bool("explode")
    schema = object.schema("schema")
    example = object.value("example")
    examples = object.referencedMap("examples")
    content = object.objectMap("content")
    extensions = object.extensions()
  }
}
