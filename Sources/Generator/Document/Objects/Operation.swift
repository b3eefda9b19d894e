package import AccordYAML

/// The operation object (4.8.10).
package struct Operation: DocumentObject {
  package static let kindName = "an operation"
  package let node: Node
  package let tags: [String]
  package let summary: String?
  package let description: String?
  package let externalDocs: ExternalDocs?
  package let operationId: String?
  package let parameters: [Referenced<Parameter>]
  package let requestBody: Referenced<RequestBody>?
  /// By response code as written: `200`, `4XX`, `default`.
  package let responses: OrderedMap<Referenced<Response>>
  package let callbacks: OrderedMap<Node>
  package let deprecated: Bool
  /// Nil when the document's own security applies; empty when there is none.
  package let security: [SecurityRequirement]?
  package let servers: [Server]
  package let extensions: Extensions

  package init(_ object: ObjectReader) {
    node = object.node
    tags = object.strings("tags") ?? []
    summary = object.string("summary")
    description = object.string("description")
    externalDocs = object.object("externalDocs")
    operationId = object.string("operationId")
    parameters = object.referencedList("parameters")
    requestBody = object.referenced("requestBody")
    responses = object.responses("responses")
    callbacks = object.nodeMap("callbacks")
    deprecated = object.bool("deprecated") ?? false
    security = object.securityRequirements("security")
    servers = object.objects("servers")
    extensions = object.extensions()
  }
}

extension ObjectReader {
  fileprivate func responses(_ key: String) -> OrderedMap<Referenced<Response>> {
    guard let value = value(key), let mapping = value.mapping else { return referencedMap(key) }
    let entries = mapping.entries.filter { !$0.key.text.hasPrefix("x-") }
    return OrderedMap(
      entries.map {
        .init(
          name: $0.key.text, nameRange: $0.key.range,
          value: log.readReferenced(Response.self, from: $0.value))
      })
  }
}
