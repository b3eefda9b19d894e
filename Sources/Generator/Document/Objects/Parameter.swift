package import AccordYAML

/// The parameter object (4.8.12).
package struct Parameter: Referable {
  package static let kindName = "a parameter"
  package static let componentsKey = "parameters"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.parameters
  }

  package enum Location: String, CaseIterable, Sendable, Hashable {
    case path, query, header, cookie
  }

  package let node: Node
  package let name: String
  package let location: Location
  package let description: String?
  package let required: Bool
  package let deprecated: Bool
  package let allowEmptyValue: Bool
  package let style: String?
  package let explode: Bool?
  package let allowReserved: Bool
  package let schema: Schema?
  package let example: Node?
  package let examples: OrderedMap<Referenced<Example>>
  package let content: OrderedMap<MediaType>?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    name = object.requiredString("name")
    _ = object.requiredValue("in")
    location = object.choice("in") ?? .query
    description = object.string("description")
    required = object.bool("required") ?? false
    deprecated = object.bool("deprecated") ?? false
    allowEmptyValue = object.bool("allowEmptyValue") ?? false
    style = object.string("style")
    explode = object.bool("explode")
    allowReserved = object.bool("allowReserved") ?? false
    schema = object.schema("schema")
    example = object.value("example")
    examples = object.referencedMap("examples")
    content = object.objectMap("content")
    extensions = object.extensions()
  }
}

extension Parameter {
  /// What no two parameters of an operation share (4.8.12).
  struct Key: Hashable {
    let name: ExactText
    let location: Location
  }

  /// The names of headers are case-insensitive (RFC 9110, 5.1); other names are not.
  var key: Key {
    Key(name: ExactText(location == .header ? name.lowercased() : name), location: location)
  }
}
