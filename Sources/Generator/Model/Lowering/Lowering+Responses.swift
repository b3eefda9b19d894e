import AccordDocument
import AccordYAML

extension Lowering {
  func response(_ entry: OrderedMap<Referenced<AccordDocument.Response>>.Entry) -> Response {
    let response = document.response(entry.value).value
    let status = Int(entry.name) ?? 0
    let name = statusName(status)
    return Response(
      status: status, name: Identifier(checked: name),
      documentation: Documentation(description: response.description),
      headers: headers(response.headers),
      content: content(response.content, called: name),
      links: response.links.map(link), place: Place(response.range))
  }

  /// `Content-Type` follows from the content, so a contract's word on it is ignored (4.8.17).
  private func headers(_ headers: OrderedMap<Referenced<AccordDocument.Header>>) -> [ResponseHeader]
  {
    let entries = headers.filter { $0.name.lowercased() != "content-type" }
    var scope = Scope()
    let names = scope.identifiers(for: entries.map(\.name), style: .member)
    return zip(names, entries).map { name, entry in
      let header = document.header(entry.value).value
      let annotations = header.schema.map { Annotations($0, in: document) }
      let examples = examples(header.examples, single: header.example)
      return ResponseHeader(
        name: name, wireName: entry.name,
        shape: header.schema.map { shape(of: $0, called: entry.name) } ?? .string(StringRules()),
        isRequired: header.required,
        documentation: documentation(header.description, annotations),
        examples: examples.isEmpty ? annotations?.examples(.whole) ?? [] : examples)
    }
  }

  private func link(_ entry: OrderedMap<Referenced<AccordDocument.Link>>.Entry) -> Link {
    let link = document.link(entry.value).value
    return Link(
      name: entry.name, operationID: link.operationId ?? "",
      parameters: link.parameters.map { Value.Member(name: $0.name, value: Value($0.value)) },
      requestBody: link.requestBody.map { Value($0) },
      documentation: Documentation(description: link.description))
  }
}
