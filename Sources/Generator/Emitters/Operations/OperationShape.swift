import AccordModel

/// What the emitters of one operation share.
struct OperationShape {
  let operation: Operation
  let spelling: Spelling
  let names: ServiceNames
  let schemes: [SecurityScheme]

  func isBasic(_ scheme: Identifier) -> Bool {
    schemes.contains { $0.name == scheme && $0.kind == .basic }
  }

  var name: Identifier { operation.typeName }

  /// The fields of `Input`: parameters, then the body.
  var fields: [Field] { operation.parameters.map(field) + (body.map { [$0] } ?? []) }

  func field(_ parameter: Parameter) -> Field {
    Field(
      name: parameter.name, wireName: parameter.wireName,
      shape: spelling.parameterShape(parameter.shape), isRequired: parameter.isRequired,
      defaultValue: parameter.defaultValue,
      comment: parameter.documentation.comment(isDeprecated: parameter.isDeprecated))
  }

  var body: Field? {
    operation.body.map { body in
      Field(
        name: bodyName, wireName: "", shape: body.content.shape, isRequired: body.isRequired,
        comment: body.documentation.comment())
    }
  }

  /// `body`, unless a parameter has that name.
  private var bodyName: Identifier {
    operation.parameters.contains { $0.name == Identifier("body") }
      ? Identifier("requestBody") : Identifier("body")
  }

  /// Every body of the operation, of the request and of the answers.
  var contents: [Content] {
    [operation.body?.content].compactMap(\.self) + operation.responses.compactMap(\.content)
  }

  /// What `Accept` chooses from, the preferred first: the media types of successful answers or,
  /// where none of these has a body, those of errors.
  var answerTypes: [String] {
    let successful = mediaTypes { (200..<300).contains($0.status) }
    return successful.isEmpty ? mediaTypes { _ in true } : successful
  }

  /// Whether a client that accepts none of the answer's types is refused. Nobody has to accept the
  /// body of an error to get an answer without one.
  var refusesOtherAnswerTypes: Bool {
    operation.responses.contains { (200..<300).contains($0.status) && $0.content != nil }
  }

  private func mediaTypes(where isMeant: (Response) -> Bool) -> [String] {
    var types: [String] = []
    for response in operation.responses where isMeant(response) {
      for representation in response.content?.representations ?? []
      where !types.contains(representation.mediaType) {
        types.append(representation.mediaType)
      }
    }
    return types
  }

  var bodyTypes: [String] { operation.body?.content.representations.map(\.mediaType) ?? [] }

  /// Whether answers differ by media type.
  var choosesAnswerType: Bool {
    operation.responses.contains { $0.content?.representations.count ?? 0 > 1 }
  }

  var choosesBodyType: Bool { bodyTypes.count > 1 }
}

extension Spelling {
  /// The shape of a parameter or header field, which has no null and no members.
  func parameterShape(_ shape: Shape) -> Shape {
    switch resolve(shape) {
    case .nullable(let inner): parameterShape(inner)
    case .array(let element, let rules, let xml): .array(parameterShape(element), rules, xml)
    case .any, .dictionary: .string(StringRules())
    case .declared(let name): parameterShape(declared: name, shape)
    case .string, .integer, .number, .boolean: shape
    }
  }

  private func parameterShape(declared name: TypeName, _ shape: Shape) -> Shape {
    switch declaration(name)?.kind {
    case .stringEnumeration, .integerEnumeration: shape
    case .alias, .wrapper, .structure, .union, nil: .string(StringRules())
    }
  }

  /// The function that reads a parameter, and what it takes beside the parameter's name and place.
  func parameterRead(_ shape: Shape) -> (function: Code, arguments: [Code], closure: Code) {
    switch resolve(shape) {
    case .string(let rules): ("string", [self.rules(rules)], "")
    case .integer(let rules):
      (rules.width == .int32 ? "int32" : "integer", [self.rules(rules)], "")
    case .number(let rules): ("number", [self.rules(rules)], "")
    case .boolean: ("boolean", [], "")
    case .array(let element, let rules, _):
      ("array", [self.rules(rules)], parameterText(element, "$0"))
    case .declared(let name): ("enumeration", ["\(reference(name)).self"], "")
    case .any, .dictionary, .nullable: ("string", [], "")
    }
  }

  /// An expression that reads one value from a `ParameterText`.
  func parameterText(_ shape: Shape, _ text: Code) -> Code {
    let read = parameterRead(shape)
    let arguments = read.arguments.filter { !$0.isEmpty }
    return Code.call("\(text).\(read.function)", arguments, closure: read.closure)
  }
}
