import AccordModel

// What an operation documents, as plans have it.
extension SchemaJSON {
  func value(of operation: Operation) -> Value {
    [
      "id": .string(operation.operationID), "method": .string(operation.method.rawValue),
      "path": .string(operation.path.text), "place": .string(operation.place.text),
      "responses": .array(operation.responses.map(value)),
    ]
  }

  private func value(of response: Response) -> Value {
    let contents = response.content.map { content in
      content.representations.map { value(of: $0, in: content) }
    }
    return [
      "status": .integer(response.status), "place": .string(response.place.text),
      "headers": .array(response.headers.map(value)), "contents": .array(contents ?? []),
    ]
  }

  private func value(of header: ResponseHeader) -> Value {
    [
      "name": .string(header.wireName), "required": .boolean(header.isRequired),
      "schema": schema(header.shape),
    ]
  }

  private func value(of representation: Representation, in content: Content) -> Value {
    let start: Value = [
      "mediaType": .string(representation.mediaType), "form": .string(representation.form),
    ]
    switch representation.codec {
    case .json, .text:
      return start.adding("schema", schema(content.shape))
        .adding("extensible", isExtensible(representation, content) ? true : nil)
    case .xml:
      return start.adding("root", .string(content.xmlName)).adding("schema", schema(content.shape))
    case .textOfProperty(let name):
      let property = shapes.structure(content.shape)?.properties.first { $0.wireName == name }
      return start.adding("schema", property.map { schema($0.shape) } ?? ["type": "string"])
    }
  }
}

extension SchemaJSON {
  /// Whether it may have members beside those that are declared: a problem has those of RFC 9457, and
  /// extensions (section 3.2), unless the contract refuses them.
  private func isExtensible(_ representation: Representation, _ content: Content) -> Bool {
    guard representation.mediaType == "application/problem+json",
      case .ignored? = shapes.structure(content.shape)?.additional
    else { return false }
    return true
  }
}

extension Representation {
  /// How plans call the encoding.
  var form: String {
    switch codec {
    case .json: "json"
    case .xml: "xml"
    case .text, .textOfProperty: "text"
    }
  }
}
