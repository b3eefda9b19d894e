package import AccordYAML

/// The response object (4.8.17).
package struct Response: Referable {
  package static let kindName = "a response"
  package static let componentsKey = "responses"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.responses
  }

  package let node: Node
  package let description: String
  package let headers: OrderedMap<Referenced<Header>>
  /// By media type as written; empty when the response has no body.
  package let content: OrderedMap<MediaType>
  package let links: OrderedMap<Referenced<Link>>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    description = object.requiredString("description")
    headers = object.referencedMap("headers")
    content = object.objectMap("content") ?? OrderedMap()
    links = object.referencedMap("links")
    extensions = object.extensions()
  }
}
