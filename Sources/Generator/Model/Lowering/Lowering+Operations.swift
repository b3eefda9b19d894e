import AccordDocument

extension Lowering {
  func operations() -> [Operation] {
    zip(types.operationNames.functions, document.operations).map { name, operation in
      self.operation(operation, named: name)
    }
  }

  private func operation(_ validated: ValidatedOperation, named name: Identifier) -> Operation {
    let operation = validated.operation
    return Operation(
      operationID: validated.id, name: name, typeName: types.operations[validated.id] ?? name,
      method: method(validated.method),
      path: PathTemplate(parsing: validated.path),
      tags: operation.tags,
      documentation: Documentation(
        summary: operation.summary, description: operation.description),
      isDeprecated: operation.deprecated,
      parameters: parameters(of: validated),
      body: operation.requestBody.map(requestBody),
      responses: operation.responses.map(response),
      security: security(validated.security),
      types: inlineTypes(of: validated),
      place: Place(operation.range))
  }

  private func method(_ method: AccordDocument.Method) -> Operation.Method {
    switch method {
    case .get: .get
    case .put: .put
    case .post: .post
    case .delete: .delete
    case .options: .options
    case .head: .head
    case .patch: .patch
    case .trace: .trace
    }
  }

  private func inlineTypes(of operation: ValidatedOperation) -> [TypeDeclaration] {
    let namespace = types.operations[operation.id]
    return inlineSchemas(of: operation, in: document).flatMap { part -> [TypeDeclaration] in
      guard part.schema.reference == nil else { return [] }
      guard types.needsType(part.schema), let name = types.name(of: part.schema) else {
        return parts(of: part.schema)
      }
      return [declaration(of: part.schema, named: name, wireName: name.last.text)]
    }
    // Types of a shared response belong to the operation they are named in.
    .filter { $0.name.path.first == namespace }
  }
}

extension Lowering {
  private func parameters(of operation: ValidatedOperation) -> [Parameter] {
    zip(ParameterNames(operation).parameters, operation.parameters).map { name, parameter in
      self.parameter(parameter.value, named: name)
    }
  }

  private func parameter(
    _ parameter: AccordDocument.Parameter, named name: Identifier
  ) -> Parameter {
    let annotations = parameter.schema.map { Annotations($0, in: document) }
    let examples = examples(parameter.examples, single: parameter.example)
    return Parameter(
      name: name, wireName: parameter.name, location: location(parameter.location),
      shape: parameter.schema.map { shape(of: $0, called: parameter.name) }
        ?? .string(StringRules()),
      isRequired: parameter.required,
      defaultValue: parameter.required ? nil : annotations?.defaultValue,
      documentation: documentation(parameter.description, annotations),
      isDeprecated: parameter.deprecated || annotations?.isDeprecated(.whole) == true,
      examples: examples.isEmpty ? annotations?.examples(.whole) ?? [] : examples,
      place: Place(parameter.range))
  }

  private func location(_ location: AccordDocument.Parameter.Location) -> Parameter.Location {
    switch location {
    case .path: .path
    case .query: .query
    // The supported subset has no cookies; a header is what one would be.
    case .header, .cookie: .header
    }
  }
}

extension PathTemplate {
  init(parsing text: String) {
    let segments = text == "/" ? [] : AccordDocument.PathTemplate(text).segments
    self.init(text: text, segments: segments.map { Self.segment($0.map(Self.piece)) })
  }

  private static func piece(_ piece: AccordDocument.PathTemplate.Piece) -> Piece {
    switch piece {
    case .literal(let text): .literal(text)
    case .parameter(let name): .parameter(name)
    }
  }

  private static func segment(_ pieces: [Piece]) -> Segment {
    if pieces.isEmpty { return .literal("") }
    guard pieces.count == 1 else { return .mixed(pieces) }
    switch pieces[0] {
    case .literal(let literal): return .literal(literal)
    case .parameter(let name): return .parameter(name)
    }
  }
}
