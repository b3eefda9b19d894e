import AccordModel

/// Everything about one operation: its types, how the server answers it, how the client calls it.
struct OperationEmitter {
  let shape: OperationShape

  private var operation: Operation { shape.operation }

  var code: Code {
    [
      types, ServerOperationEmitter(shape: shape).code,
      ClientOperationEmitter(shape: shape).code,
    ].paragraphs
  }

  private var types: Code {
    """
    \(comment)
    public enum \(operation.typeName) {
      \([operation.hasInput ? input : "", output, response].paragraphs)
    }
    """
  }

  private var comment: Code {
    let description: Code = "\(documentation: operation.documentation.description)"
    return """
      \(operation.headline)
      \(description.isEmpty ? "" : "///")
      \(description)
      \(operation.isDeprecated ? "///\n/// Deprecated." : "")
      """
  }

  private var input: Code {
    """
    public struct Input: Sendable {
      \(StructCode(spelling: shape.spelling).members(shape.fields))
    }
    """
  }

  private var output: Code {
    """
    /// Every answer that the contract documents, and no other.
    public enum Output: Sendable {
      \(operation.responses.map { documented($0) })
    }
    """
  }

  private func documented(_ response: Response) -> Code {
    let words = [response.documentation.summary, response.documentation.description]
    let text = words.filter { !$0.isEmpty }.joined(separator: "\n\n")
    let firstLine = text.prefix { !$0.isNewline }
    let separator = text.isEmpty ? "" : firstLine.count < 88 ? ": " : "\n\n"
    return """
      \(documentation: "\(response.status)\(separator)\(text)")
      \(answerCase(response, hasDefaults: true))
      """
  }

  private var response: Code {
    """
    /// What a client gets: a documented answer, or any other as it came.
    public enum Response: Sendable {
      \(operation.responses.map { answerCase($0, hasDefaults: false) })
      case undocumented(ClientResponse)
    }
    """
  }

  private func answerCase(_ response: Response, hasDefaults: Bool) -> Code {
    let body = response.content.map { shape.spelling.type($0.shape) } ?? ""
    let headers: [Code] = response.headers.map { header in
      let type = shape.spelling.type(shape.spelling.parameterShape(header.shape))
      let optional: Code = header.isRequired ? "" : hasDefaults ? "? = nil" : "?"
      return "\(parameter: header.name): \(type)\(optional)"
    }
    let payload = ([body] + headers).filter { !$0.isEmpty }
    return payload.isEmpty
      ? "case \(response.name)" : Code.call("case \(response.name)", payload)
  }
}
