import AccordDocument

/// The schemas that stand in an operation rather than under components, with words to name them by.
///
/// Two media types may carry one model, and two responses may be one: each comes once.
func inlineSchemas(
  of operation: ValidatedOperation, in document: ValidatedDocument
) -> [(hint: String, schema: Schema)] {
  var schemas = operation.parameters.compactMap { parameter in
    parameter.value.schema.map { (hint: parameter.value.name, schema: $0) }
  }
  if let body = operation.operation.requestBody {
    schemas += model(document.requestBody(body).value.content, called: "body")
  }
  for entry in operation.operation.responses {
    let response = document.response(entry.value).value
    let name = statusName(Int(entry.name) ?? 0)
    schemas += model(response.content, called: "\(name) body")
    schemas += response.headers.compactMap { header in
      document.header(header.value).value.schema.map { ("\(name) \(header.name)", $0) }
    }
  }
  var places: Set<Place> = []
  return schemas.filter { places.insert(Place($0.schema.range)).inserted }
}

/// The model of a body: that of its JSON or XML if it has one (see `Lowering.content`).
private func model(
  _ content: OrderedMap<MediaType>, called hint: String
) -> [(hint: String, schema: Schema)] {
  guard let entry = mainEntry(of: content), let schema = entry.value.schema else { return [] }
  return [(hint, schema)]
}
