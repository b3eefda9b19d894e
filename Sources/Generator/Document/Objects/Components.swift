package import AccordYAML

/// The components object (4.8.7).
package struct Components: DocumentObject {
  package static let kindName = "a components object"
  package let node: Node
  package let schemas: OrderedMap<Schema>
  package let responses: OrderedMap<Referenced<Response>>
  package let parameters: OrderedMap<Referenced<Parameter>>
  package let examples: OrderedMap<Referenced<Example>>
  package let requestBodies: OrderedMap<Referenced<RequestBody>>
  package let headers: OrderedMap<Referenced<Header>>
  package let securitySchemes: OrderedMap<Referenced<SecurityScheme>>
  package let links: OrderedMap<Referenced<Link>>
  package let callbacks: OrderedMap<Node>
  package let pathItems: OrderedMap<PathItem>
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    schemas = object.schemaMap("schemas")
    responses = object.referencedMap("responses")
    parameters = object.referencedMap("parameters")
    examples = object.referencedMap("examples")
    requestBodies = object.referencedMap("requestBodies")
    headers = object.referencedMap("headers")
    securitySchemes = object.referencedMap("securitySchemes")
    links = object.referencedMap("links")
    callbacks = object.nodeMap("callbacks")
    pathItems = object.objectMap("pathItems") ?? OrderedMap()
    extensions = object.extensions()
  }
}
