import AccordModel

/// How the client calls one operation.
struct ClientOperationEmitter {
  let shape: OperationShape

  private var operation: Operation { shape.operation }

  var code: Code {
    [function, ClientResponseEmitter(shape: shape).code].paragraphs
  }

  private var function: Code {
    let head = Code.head(
      "public func \(operation.name)", parameters,
      " async throws(ClientError) -> \(shape.name).Response {")
    return """
      extension \(shape.names.client) {
        \(operation.headline)
        \(operation.isDeprecated ? "@available(*, deprecated)" : "")
        \(head)
          \(isConstant ? "let" : "var") call = ClientCall(\(callArguments, separator: ", "))
          \(operation.parameters.map(set))
          \(accept.isEmpty ? "" : "call.accept(\"\(accept, separator: ", ")\")")
          \(authorize)
          \(body)
          return try await \(shape.name).Response(\(shape.names.connectionProperty).send(call))
        }
      }
      """
  }

  private var parameters: [Code] {
    let credential: Code =
      switch operation.security {
      case .none: ""
      case .required: "as credential: \(shape.names.credential)"
      case .optional: "as credential: \(shape.names.credential)? = nil"
      }
    let input: Code = operation.hasInput ? "_ input: \(shape.name).Input" : ""
    return [input, credential].filter { !$0.isEmpty }
  }

  private var isConstant: Bool {
    operation.parameters.allSatisfy { $0.location == .path } && accept.isEmpty
      && operation.security == .none && operation.body == nil
  }

  private var callArguments: [Code] {
    ["\(literal: operation.operationID)", "\"\(operation.method.code)\"", path]
  }

  /// The template as a literal whose parameters are interpolated.
  private var path: Code {
    let segments: [Code] = operation.path.segments.map { segment in
      switch segment {
      case .literal(let text): LiteralText.unquoted(text)
      case .parameter(let name): parameter(name)
      case .mixed(let pieces): pieces.map(piece).joined("")
      }
    }
    return "\"/\(Code(source: segments.map(\.text).joined(separator: "/")))\""
  }

  private func piece(_ piece: PathTemplate.Piece) -> Code {
    switch piece {
    case .literal(let text): LiteralText.unquoted(text)
    case .parameter(let name): parameter(name)
    }
  }

  private func parameter(_ wireName: String) -> Code {
    let parameter = operation.parameters.first { $0.location == .path && $0.wireName == wireName }
    return parameter.map { "\\(input.\($0.name))" } ?? ""
  }

  private func set(_ parameter: Parameter) -> Code {
    switch parameter.location {
    case .path: ""
    case .query: "call.query(\(literal: parameter.wireName), input.\(parameter.name))"
    case .header: "call.header(\(literal: parameter.wireName), input.\(parameter.name))"
    }
  }

  /// What the client reads, the answers' types before the errors'.
  private var accept: [Code] {
    var types: [String] = []
    for response in operation.responses {
      guard let type = response.content?.preferred?.mediaType, !types.contains(type) else {
        continue
      }
      types.append(type)
    }
    return types.map { LiteralText.unquoted($0) }
  }

  private var authorize: Code {
    switch operation.security {
    case .none: ""
    case .required: "call.authorize(credential)"
    case .optional: "if let credential { call.authorize(credential) }"
    }
  }

  private var body: Code {
    guard let body = shape.body, let content = operation.body?.content,
      let representation = content.preferred
    else { return "" }
    let code = BodyCode(spelling: shape.spelling, content: content)
    if body.isRequired { return code.send(representation, "input.\(body.name)", "call") }
    return """
      if let body = input.\(body.name) {
        \(code.send(representation, "body", "call"))
      }
      """
  }
}

/// A contract's text inside a string literal.
enum LiteralText {
  static func unquoted(_ text: String) -> Code {
    Code(source: String(StringLiteral.spelling(of: text).dropFirst().dropLast()))
  }
}
