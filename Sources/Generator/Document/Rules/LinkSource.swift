import AccordYAML

/// A response with links, and the operation whose response it is.
struct LinkSource {
  let operation: ValidatedOperation
  let response: Response
  /// As messages call it.
  let status: String

  static func all(in set: DocumentSet) -> [LinkSource] {
    ValidatedOperation.all(in: set).flatMap { operation in
      operation.operation.responses.compactMap { entry in
        set.resolve(entry.value).map {
          LinkSource(operation: operation, response: $0.value, status: entry.name)
        }
      }
    }.filter { !$0.response.links.isEmpty }
  }

  /// Why an expression finds no value; nil if it finds one.
  func missing(_ expression: LinkExpression, in set: DocumentSet) -> String? {
    switch expression {
    case .unsupported, .malformedPointer: nil
    case .parameter(let location, let name): parameter(location, name)
    case .header(let name): header(name)
    case .request(let pointer):
      body(pointer, operation.operation.requestBody.flatMap(set.resolve)?.value.content, set)
        .map { "the request of '\(operation.id)' has no \($0)" }
    case .response(let pointer):
      body(pointer, response.content, set)
        .map { "the response '\(status)' of '\(operation.id)' has no \($0)" }
    }
  }

  private func parameter(_ location: Parameter.Location, _ name: String) -> String? {
    let names = operation.parameters.map(\.value).filter { $0.location == location }.map(\.name)
    let isThere = names.contains {
      location == .header ? $0.lowercased() == name.lowercased() : $0.isExactly(name)
    }
    if isThere { return nil }
    return "'\(operation.id)' has no \(location.rawValue) parameter '\(name)'"
      + suggestion(for: name, among: names)
  }

  private func header(_ name: String) -> String? {
    let names = response.headers.map(\.name)
    if names.contains(where: { $0.lowercased() == name.lowercased() }) { return nil }
    return "the response '\(status)' of '\(operation.id)' has no header '\(name)'"
      + suggestion(for: name, among: names)
  }

  /// What is not there: the body, or a place in it.
  private func body(
    _ pointer: JSONPointer, _ content: OrderedMap<MediaType>?, _ set: DocumentSet
  ) -> String? {
    // All media types of a body have one model.
    guard let content = content?.first else { return "body" }
    guard let schema = content.value.schema else { return nil }
    if set.mayHave(pointer.tokens[...], schema) { return nil }
    let names = pointer.tokens.count == 1 ? set.memberNames(of: schema) : []
    let hint = suggestion(for: pointer.tokens.last ?? "", among: names)
    return "'\(pointer)' in its body\(hint)"
  }
}

extension DocumentSet {
  /// Whether a value of a schema may have something at a place, as far as the schema describes it.
  func mayHave(_ tokens: ArraySlice<String>, _ written: Schema) -> Bool {
    guard let token = tokens.first, let schema = resolve(.inline(written))?.value else {
      return true
    }
    let rest = tokens.dropFirst()
    switch schema.impliedType {
    case .array:
      guard token == "0" || (Int(token) ?? 0) > 0 && token.utf8.first != UInt8(ascii: "+") else {
        return false
      }
      return schema.arrays.items.map { mayHave(rest, $0) } ?? true
    case .object:
      let alternatives = schema.combinations.oneOf
      if !alternatives.isEmpty { return alternatives.contains { mayHave(tokens, $0) } }
      if let property = schema.objects.properties[token] { return mayHave(rest, property) }
      return othersMayHave(rest, schema)
    case .string, .integer, .number, .boolean: return false
    case .null, nil: return true
    }
  }

  /// Members that are neither declared nor kept are no part of the model.
  private func othersMayHave(_ tokens: ArraySlice<String>, _ schema: Schema) -> Bool {
    switch schema.objects.additionalProperties {
    case .schema(let values): mayHave(tokens, values)
    case .allowed(let isWritten): isWritten || !schema.isStructure
    case .denied: false
    }
  }

  /// The properties that a value of the schema may have, of each alternative.
  func memberNames(of written: Schema) -> [String] {
    guard let schema = resolve(.inline(written))?.value else { return [] }
    return schema.objects.properties.map(\.name)
      + schema.combinations.oneOf.compactMap { resolve(.inline($0))?.value }
      .flatMap { $0.objects.properties.map(\.name) }
  }
}
