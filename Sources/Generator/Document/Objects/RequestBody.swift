package import AccordYAML

/// The request body object (4.8.13).
package struct RequestBody: Referable {
  package static let kindName = "a request body"
  package static let componentsKey = "requestBodies"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.requestBodies
  }

  package let node: Node
  package let description: String?
  /// By media type as written.
  package let content: OrderedMap<MediaType>
  package let required: Bool
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    description = object.string("description")
    _ = object.requiredValue("content")
    content = object.objectMap("content") ?? OrderedMap()
    required = object.bool("required") ?? false
    extensions = object.extensions()
  }
}
