import AccordModel

/// How a relay passes one operation on.
struct RelayOperationEmitter {
  let shape: OperationShape

  private var operation: Operation { shape.operation }

  var function: Code {
    let head = Code.head(
      "func \(operation.name)", parameters, " async throws -> \(shape.name).Output {")
    let call = Code.call("\(shape.names.relayProperty).\(operation.name)", arguments)
    return """
      \(operation.headline)
      \(operation.isDeprecated ? "@available(*, deprecated)" : "")
      \(head)
        \(Code.call("try await \(shape.name).Output", [call]))
      }
      """
  }

  private var parameters: [Code] {
    let credential: Code =
      switch operation.security {
      case .none: ""
      case .required: "as credential: \(shape.names.credential)"
      case .optional: "as credential: \(shape.names.credential)?"
      }
    let input: Code = operation.hasInput ? "_ input: \(shape.name).Input" : ""
    return [input, credential].filter { !$0.isEmpty }
  }

  private var arguments: [Code] {
    let credential: Code = operation.security == .none ? "" : "as: credential"
    return [operation.hasInput ? "input" : "", credential].filter { !$0.isEmpty }
  }

  /// The client's response as the server's answer.
  var conversion: Code {
    """
    extension \(shape.name).Output {
      fileprivate init(_ response: \(shape.name).Response) throws(UnexpectedResponse) {
        switch response {
        \(operation.responses.map(convert))
        case .undocumented:
          throw UnexpectedResponse(expected: "a documented response", response)
        }
      }
    }
    """
  }

  private func convert(_ response: Response) -> Code {
    let locals = ResponseLocals(response)
    let body: [Code] = response.content == nil ? [] : [locals.body]
    let values = body + response.headers.map { "\(label: $0.name): \($0.name)" }
    let answer: Code =
      values.isEmpty ? "self = .\(response.name)" : Code.call("self = .\(response.name)", values)
    return Code.case("case \(locals.pattern)", answer)
  }
}
