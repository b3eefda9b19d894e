package import AccordYAML

/// The server object (4.8.5).
package struct Server: DocumentObject {
  package static let kindName = "a server"
  package let node: Node
  package let url: String
  package let description: String?
  package let variables: OrderedMap<ServerVariable>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    url = object.requiredString("url")
    description = object.string("description")
    variables = object.objectMap("variables") ?? OrderedMap()
    extensions = object.extensions()
  }
}

/// The server variable object (4.8.6).
package struct ServerVariable: DocumentObject {
  package static let kindName = "a server variable"
  package let node: Node
  package let values: [String]?
  package let defaultValue: String
  package let description: String?

  package init(_ object: ObjectReader) {
    node = object.node
    values = object.strings("enum")
    defaultValue = object.requiredString("default")
    description = object.string("description")
  }
}
