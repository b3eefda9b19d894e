import AccordModel

/// The local names where a request is decoded, unlike those of its parameters.
struct InputLocals {
  let request: Code
  let reader: Code
  let bodyType: Code
  private let hasBodyType: Bool

  init(_ shape: OperationShape) {
    let names = shape.fields.map(\.name.text)
    request = Code.name(["request", "routedRequest"], unlike: names)
    reader = Code.name(["reader", "requestReader"], unlike: names)
    bodyType = Code.name(["bodyType", "bodyMediaType"], unlike: names)
    hasBodyType = shape.choosesBodyType
  }

  var bodyTypeParameter: Code {
    guard hasBodyType else { return "" }
    return bodyType == "bodyType" ? ", bodyType: String" : ", bodyType \(bodyType): String"
  }
}

/// The names that an answer's values are bound to.
struct ResponseLocals {
  let body: Code
  let pattern: Code

  init(_ response: Response) {
    body = Code.name(["body", "content"], unlike: response.headers.map(\.name.text))
    let values: [Code] = response.headers.map { "let \($0.name)" }
    let all = (response.content == nil ? [] : ["let \(body)"]) + values
    pattern = all.isEmpty ? ".\(response.name)" : ".\(response.name)(\(all, separator: ", "))"
  }
}

extension PathTemplate {
  /// The parameters in the order in which a router captures them.
  var parameters: [String] {
    segments.flatMap { segment -> [String] in
      switch segment {
      case .literal: []
      case .parameter(let name): [name]
      case .mixed(let pieces):
        pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
      }
    }
  }
}
