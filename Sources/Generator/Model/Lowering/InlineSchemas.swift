import AccordDocument

/// The schemas that stand in an operation rather than under components, with words to name them by.
///
/// Two media types may carry one model, and two responses may be one: each comes once.
func inlineSchemas(
  of operation: ValidatedOperation, in document: ValidatedDocument
) -> [Part] {
  var parts = operation.parameters.map(\.value).compactMap { parameter in
    parameter.schema.map {
      Part(
        parameter.chosenName ?? parameter.name,
        path: "parameters/\(parameter.location.rawValue)/\(parameter.name)", $0)
    }
  }
  if let body = operation.operation.requestBody {
    parts += model(document.requestBody(body).value.content, called: "body", at: "requestBody")
  }
  for entry in operation.operation.responses {
    let response = document.response(entry.value).value
    let name = statusName(Int(entry.name) ?? 0)
    let path = "responses/\(entry.name)"
    parts += model(response.content, called: "\(name) body", at: path)
    parts += response.headers.compactMap { header in
      document.header(header.value).value.schema.map {
        Part("\(name) \(header.name)", path: "\(path)/headers/\(header.name)", $0)
      }
    }
  }
  var places: Set<Place> = []
  return parts.filter { places.insert(Place($0.schema.range)).inserted }
}

/// The model of a body: that of its JSON or XML if it has one (see `Lowering.content`).
private func model(
  _ content: OrderedMap<MediaType>, called hint: String, at path: String
) -> [Part] {
  guard let entry = mainEntry(of: content), let schema = entry.value.schema else { return [] }
  return [Part(hint, path: path, schema)]
}
