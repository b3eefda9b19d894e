import AccordModel

/// How the server answers one operation.
struct ServerOperationEmitter {
  let shape: OperationShape

  private var operation: Operation { shape.operation }

  var code: Code { [answer, operation.hasInput ? reading : "", writing].paragraphs }

  // MARK: - The order of an answer: negotiate, authenticate, decode, call, encode

  private var answer: Code {
    """
    extension \(shape.names.server) {
      func \(operation.name)(_ request: RoutedRequest) async throws -> ServerResponse {
        \(negotiation)
        \(authentication)
        \(operation.hasInput ? "let input = try \(shape.name).Input(\(inputArguments))" : "")
        let output = try await \(shape.names.serviceProperty).\(operation.name)(\(arguments))
        return output.response(\(shape.choosesAnswerType ? "as: answerType" : ""))
      }
    }
    """
  }

  private var negotiation: [Code] {
    [
      shape.refusesOtherAnswerTypes
        ? negotiate("answerType", shape.answerTypes, isNeeded: shape.choosesAnswerType)
        : preferredAnswerType,
      negotiate("bodyType", shape.bodyTypes, isNeeded: shape.choosesBodyType),
    ]
  }

  private func negotiate(_ name: Code, _ types: [String], isNeeded: Bool) -> Code {
    guard !types.isEmpty else { return "" }
    return "\(isNeeded ? "let \(name) = " : "")try request.\(name)(\(list(types)))"
  }

  /// The type of errors that the client rates highest, or the first where it accepts none.
  private var preferredAnswerType: Code {
    guard shape.choosesAnswerType, let first = shape.answerTypes.first else { return "" }
    return """
      let answerType =
        (try? request.answerType(\(list(shape.answerTypes)))) ?? \(literal: first)
      """
  }

  private func list(_ types: [String]) -> Code {
    Code.array(types.map { "\(literal: $0)" }, width: lineWidth - 40)
  }

  private var authentication: Code {
    switch operation.security {
    case .none: ""
    case .required(let schemes): principal("authenticate", schemes)
    case .optional(let schemes): principal("authenticateIfShown", schemes)
    }
  }

  private func principal(_ function: Code, _ schemes: [Identifier]) -> Code {
    let schemes: [Code] = schemes.map { scheme in
      let kind: Code = shape.isBasic(scheme) ? "basic" : "bearer"
      return ".\(kind)(\(shape.names.credential).\(scheme))"
    }
    return Code.call(
      "let principal = try await \(function)",
      ["request", "for: .\(operation.name)", "by: [\(schemes, separator: ", ")]"])
  }

  private var inputArguments: Code {
    shape.choosesBodyType ? "request, bodyType: bodyType" : "request"
  }

  private var arguments: Code {
    let principal: Code = operation.security == .none ? "" : "as: principal"
    return [operation.hasInput ? "input" : "", principal].joined(", ")
  }

  // MARK: - Decoding

  private var reading: Code {
    let locals = InputLocals(shape)
    return """
      extension \(shape.name).Input {
        init(_ \(locals.request): RoutedRequest\(locals.bodyTypeParameter)) throws(Refusal) {
          var \(locals.reader) = RequestReader(\(locals.request))
          \(pathNumbered.map { read($0.parameter, $0.index, locals) })
          \(readBody(locals))
          \(check(locals))
          \(Code.call("self.init", shape.fields.map(argument)))
        }
      }
      """
  }

  /// Parameters with their index among those of the path template.
  private var pathNumbered: [(parameter: Parameter, index: Int)] {
    let places = operation.path.parameters
    return operation.parameters.map { ($0, places.firstIndex(of: $0.wireName) ?? 0) }
  }

  private func read(_ parameter: Parameter, _ index: Int, _ locals: InputLocals) -> Code {
    let read = shape.spelling.parameterRead(shape.field(parameter).shape)
    let place: Code =
      switch parameter.location {
      case .path: ".path(\(literal: index))"
      case .query: ".query"
      case .header: ".header"
      }
    let isRequired = parameter.isRequired && parameter.location != .path
    let arguments: [Code] =
      ["\(literal: parameter.wireName)", "in: \(place)", isRequired ? "required: true" : ""]
      + read.arguments
    return Code.call(
      "let \(parameter.name) = \(locals.reader).\(read.function)", arguments.filter { !$0.isEmpty },
      closure: read.closure)
  }

  private func readBody(_ locals: InputLocals) -> Code {
    guard let body = shape.body, let content = operation.body?.content else { return "" }
    let code = BodyCode(spelling: shape.spelling, content: content)
    let representations = content.representations
    guard representations.count > 1 else {
      let value = representations.first.map { code.read($0, locals.reader, body.isRequired) } ?? ""
      return "let \(body.name): \(shape.spelling.type(content.shape))? = \(value)"
    }
    return """
      let \(body.name): \(shape.spelling.type(content.shape))? =
        switch \(locals.bodyType) {
        \(cases(representations) { code.read($0, locals.reader, body.isRequired) })
        }
      """
  }

  /// A case for each media type; the preferred one is the default.
  private func cases(
    _ representations: [Representation], _ value: (Representation) -> Code
  ) -> [Code] {
    let others: [Code] = representations.dropFirst().map { representation in
      Code.case("case \(literal: representation.mediaType)", value(representation))
    }
    return others + representations.prefix(1).map { Code.case("default", value($0)) }
  }

  private func check(_ locals: InputLocals) -> Code {
    let required: [Code] = shape.fields.filter(\.isRequired).map { "let \($0.name)" }
    return Code.conditions(
      "guard", required + ["\(locals.reader).isValid"], "else { throw \(locals.reader).refusal }")
  }

  private func argument(_ field: Field) -> Code {
    guard let value = shape.spelling.defaultValue(field), !field.isRequired else {
      return "\(label: field.name): \(field.name)"
    }
    return "\(label: field.name): \(field.name) ?? \(value)"
  }

  // MARK: - Encoding

  private var writing: Code {
    """
    extension \(shape.name).Output {
      func response(\(shape.choosesAnswerType ? "as answerType: String" : "")) -> ServerResponse {
        switch self {
        \(operation.responses.map(write))
        }
      }
    }
    """
  }

  private func write(_ response: Response) -> Code {
    let locals = ResponseLocals(response)
    let value = content(response, locals)
    return Code.case("case \(locals.pattern)", value)
  }

  private func content(_ response: Response, _ locals: ResponseLocals) -> Code {
    let headers: [Code] = response.headers.map { ".header(\(literal: $0.wireName), \($0.name))" }
    guard let content = response.content else {
      return ".empty(\(literal: response.status))\(headers, separator: "")"
    }
    let code = BodyCode(spelling: shape.spelling, content: content)
    func write(_ representation: Representation) -> Code {
      "\(code.write(representation, response.status, locals.body))\(headers, separator: "")"
    }
    guard content.representations.count > 1 else {
      return content.representations.first.map(write) ?? ".empty(\(literal: response.status))"
    }
    return """
      switch answerType {
      \(cases(content.representations, write))
      }
      """
  }
}
