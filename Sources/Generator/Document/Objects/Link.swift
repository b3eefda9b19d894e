package import AccordYAML

/// The link object (4.8.20). Values of `parameters` are runtime expressions or constants.
package struct Link: Referable {
  package static let kindName = "a link"
  package static let componentsKey = "links"
  package static var targets: WritableKeyPath<ReferenceTargets, [Identity: Referenced<Self>]> {
    \.links
  }

  package let node: Node
  package let operationRef: String?
  package let operationId: String?
  package let parameters: OrderedMap<Node>
  package let requestBody: Node?
  package let description: String?
  package let server: Server?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    operationRef = object.string("operationRef")
    operationId = object.string("operationId")
    parameters = object.nodeMap("parameters")
    requestBody = object.value("requestBody")
    description = object.string("description")
    server = object.object("server")
    extensions = object.extensions()
  }
}
