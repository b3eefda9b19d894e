import AccordModel

/// A client's response: how it is decoded, and the short way to a body.
struct ClientResponseEmitter {
  let shape: OperationShape

  private var successes: [Response] {
    shape.operation.responses.filter { (200..<300).contains($0.status) && $0.content != nil }
  }

  var code: Code {
    """
    extension \(shape.name).Response: OperationResponse {
      \(([status] + successes.map(body) + [decoding]).paragraphs)
    }
    """
  }

  private var status: Code {
    let cases: [Code] = shape.operation.responses.map {
      "case .\($0.name): \(literal: $0.status)"
    }
    return """
      public var status: Int {
        switch self {
        \(cases)
        case .undocumented(let response): response.statusCode
        }
      }
      """
  }

  private func body(_ response: Response) -> Code {
    guard let content = response.content else { return "" }
    let others: [Code] = response.headers.map { _ in "_" }
    let pattern: [Code] = ["let body"] + others
    return """
      /// The body of the answer \(literal: response.status); throws for any other.
      public var \(response.name): \(shape.spelling.type(content.shape)) {
        get throws(UnexpectedResponse) {
          guard case .\(response.name)(\(pattern, separator: ", ")) = self else {
            throw UnexpectedResponse(expected: \(literal: response.name.text), self)
          }
          return body
        }
      }
      """
  }

  private var decoding: Code {
    """
    init(_ received: ReceivedResponse) throws(ClientError) {
      switch received.status {
      \(shape.operation.responses.map(decode))
      default: self = .undocumented(received.response)
      }
    }
    """
  }

  private func decode(_ response: Response) -> Code {
    let representation = response.content?.preferred
    let condition: Code =
      representation.map { " where received.isContent(\(literal: $0.mediaType))" } ?? ""
    return Code.case(
      "case \(literal: response.status)\(condition)", value(response, representation))
  }

  private func value(_ response: Response, _ representation: Representation?) -> Code {
    var payload: [Code] = []
    if let content = response.content, let representation {
      let code = BodyCode(spelling: shape.spelling, content: content)
      payload.append(code.decode(representation, "received"))
    }
    payload += response.headers.map(header)
    if payload.isEmpty { return "self = .\(response.name)" }
    return Code.call("self = try .\(response.name)", payload)
  }

  private func header(_ header: ResponseHeader) -> Code {
    let function: Code = header.isRequired ? "requiredHeader" : "header"
    let read = shape.spelling.parameterText(shape.spelling.parameterShape(header.shape), "$0")
    let field = Code.call(
      "received.\(function)", ["\(literal: header.wireName)"], closure: read, width: lineWidth - 12)
    return "\(label: header.name): \(field)"
  }
}
