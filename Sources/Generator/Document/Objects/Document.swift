package import AccordYAML

/// The OpenAPI object (OpenAPI 3.1, 4.8.1), faithful to the file.
package struct Document: DocumentObject {
  package static let kindName = "an OpenAPI document"
  package let node: Node
  package let openapi: String
  package let info: Info?
  package let jsonSchemaDialect: String?
  package let servers: [Server]
  package let paths: Paths?
  package let webhooks: OrderedMap<Node>
  package let components: Components?
  package let security: [SecurityRequirement]?
  package let tags: [Tag]
  package let externalDocs: ExternalDocs?
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    openapi = object.requiredString("openapi")
    _ = object.requiredValue("info")
    info = object.object("info")
    jsonSchemaDialect = object.string("jsonSchemaDialect")
    servers = object.objects("servers")
    paths = object.object("paths")
    webhooks = object.nodeMap("webhooks")
    components = object.object("components")
    security = object.securityRequirements("security")
    tags = object.objects("tags")
    externalDocs = object.object("externalDocs")
    extensions = object.extensions()
  }
}
