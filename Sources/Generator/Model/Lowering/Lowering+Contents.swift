import AccordDocument
import AccordYAML

extension Lowering {
  func requestBody(_ referenced: Referenced<AccordDocument.RequestBody>) -> RequestBody {
    let body = document.requestBody(referenced).value
    return RequestBody(
      content: content(body.content, called: "Body")
        ?? Content(shape: .any, representations: [], xmlName: "Body"),
      isRequired: body.required,
      documentation: Documentation(description: body.description))
  }

  /// Nil when there is no body.
  func content(_ media: OrderedMap<MediaType>, called fallback: String) -> Content? {
    guard let main = mainEntry(of: media) else { return nil }
    let schema = main.value.schema
    let name = schema.flatMap(rootName) ?? fallback
    return Content(
      shape: schema.map { shape(of: $0, called: name) } ?? shapeWithoutSchema(main.name),
      representations: media.map { representation($0, isAlone: main.name == $0.name) },
      xmlName: name)
  }

  private func shapeWithoutSchema(_ mediaType: String) -> Shape {
    codec(of: mediaType) == .text ? .string(StringRules()) : .any
  }

  private func rootName(_ schema: Schema) -> String? {
    let resolved = document.schema(schema)
    return Annotations(schema, in: document).xmlName ?? resolved.componentName
      ?? types.name(of: resolved.value)?.last.text
  }

  private func representation(
    _ entry: OrderedMap<MediaType>.Entry, isAlone: Bool
  ) -> Representation {
    let isView = !isAlone && codec(of: entry.name) == .text
    let property = isView ? entry.value.schema?.reference.flatMap(Self.propertyName) : nil
    return Representation(
      mediaType: bare(entry.name),
      codec: property.map { .textOfProperty($0) } ?? codec(of: entry.name),
      examples: examples(entry.value.examples, single: entry.value.example))
  }

  /// `UserContext` for `#/components/schemas/LoginContext/properties/UserContext`.
  private static func propertyName(_ reference: Reference) -> String? {
    guard case .success(let target) = reference.target else { return nil }
    let tokens = target.pointer.tokens
    return tokens.dropLast().last == "properties" ? tokens.last : nil
  }

  func examples(
    _ named: OrderedMap<Referenced<AccordDocument.Example>>, single: Node?
  ) -> [Example] {
    let ofMap = named.compactMap { entry -> Example? in
      let example = document.example(entry.value).value
      return example.value.map {
        Example(name: entry.name, summary: example.summary ?? "", value: Value($0))
      }
    }
    return ofMap + (single.map { [Example(name: "example", value: Value($0))] } ?? [])
  }
}

/// Text beside JSON or XML is a view of their model, so theirs is the model.
func mainEntry(of media: OrderedMap<MediaType>) -> OrderedMap<MediaType>.Entry? {
  media.first { codec(of: $0.name) != .text } ?? media.first
}

private func codec(of mediaType: String) -> Representation.Codec {
  let bare = bare(mediaType)
  if bare == "application/json" || bare.hasSuffix("+json") { return .json }
  if bare == "application/xml" || bare == "text/xml" || bare.hasSuffix("+xml") { return .xml }
  return .text
}

/// The media type without its parameters, in lower case.
private func bare(_ mediaType: String) -> String {
  let type = mediaType.split(separator: ";").first ?? ""
  return String(type.filter { !$0.isWhitespace }).lowercased()
}
