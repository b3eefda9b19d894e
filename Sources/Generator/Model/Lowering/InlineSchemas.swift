import AccordDocument

/// The schemas that stand in an operation rather than under components, with words to name them by.
func inlineSchemas(
  of operation: ValidatedOperation, in document: ValidatedDocument
) -> [(hint: String, schema: Schema)] {
  var schemas = operation.parameters.compactMap { parameter in
    parameter.value.schema.map { (hint: parameter.value.name, schema: $0) }
  }
  if let body = operation.operation.requestBody {
    let content = document.requestBody(body).value.content
    schemas += content.compactMap { $0.value.schema.map { ("body", $0) } }
  }
  for entry in operation.operation.responses {
    let response = document.response(entry.value).value
    let name = statusName(Int(entry.name) ?? 0)
    schemas += response.content.compactMap { $0.value.schema.map { ("\(name) body", $0) } }
    schemas += response.headers.compactMap { header in
      document.header(header.value).value.schema.map { ("\(name) \(header.name)", $0) }
    }
  }
  return schemas
}
