/// Every object that was read, in reading order, for rules that look at one kind of object wherever it stands.
package struct Inventory: Sendable {
  package private(set) var documents: [Document] = []
  package private(set) var servers: [Server] = []
  package private(set) var pathItems: [PathItem] = []
  package private(set) var operations: [Operation] = []
  package private(set) var parameters: [Parameter] = []
  package private(set) var headers: [Header] = []
  package private(set) var requestBodies: [RequestBody] = []
  package private(set) var responses: [Response] = []
  package private(set) var mediaTypes: [MediaType] = []
  package private(set) var schemas: [Schema] = []
  package private(set) var securitySchemes: [SecurityScheme] = []
  package private(set) var links: [Link] = []
  package private(set) var components: [Components] = []
  package private(set) var objects: [any DocumentObject] = []

  mutating func add(_ object: any DocumentObject) {
    objects.append(object)
    switch object {
    case let document as Document: documents.append(document)
    case let server as Server: servers.append(server)
    case let item as PathItem: pathItems.append(item)
    case let operation as Operation: operations.append(operation)
    case let parameter as Parameter: parameters.append(parameter)
    case let header as Header: headers.append(header)
    case let body as RequestBody: requestBodies.append(body)
    case let response as Response: responses.append(response)
    case let mediaType as MediaType: mediaTypes.append(mediaType)
    case let schema as Schema: schemas.append(schema)
    case let scheme as SecurityScheme: securitySchemes.append(scheme)
    case let link as Link: links.append(link)
    case let components as Components: self.components.append(components)
    default: break
    }
  }
}
