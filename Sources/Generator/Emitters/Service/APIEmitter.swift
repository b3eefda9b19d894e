import AccordModel

/// The protocol that a service conforms to, and the enumerations it mentions.
struct APIEmitter {
  let contract: Contract
  let spelling: Spelling
  let names: ServiceNames

  private var hasSecurity: Bool { !contract.securitySchemes.isEmpty }

  var code: Code {
    let service = [
      serviceProtocol, hasSecurity ? credentialEnumeration : "", operationEnumeration,
    ]
    return
      ((contract.operations.isEmpty ? [] : service)
      + [spelling.aliases(contract).map(alias).paragraphs]).paragraphs
  }

  private var serviceProtocol: Code {
    """
    \(serviceComment)
    public protocol \(names.service): Sendable {
      \(requirements.paragraphs)
    }
    """
  }

  private var requirements: [Code] {
    (hasSecurity ? [principal, authentication] : []) + contract.operations.map(requirement)
  }

  private var principal: Code {
    """
    /// Whom a valid credential stands for.
    associatedtype \(names.principal): Sendable
    """
  }

  private var serviceComment: Code {
    let documentation = contract.documentation.comment()
    return """
      /// The \(comment: contract.title) service of \(comment: contract.source). Conform to it and serve it with `\(names.server)`.
      \(documentation.isEmpty ? "" : "///")
      \(documentation)
      """
  }

  private var authentication: Code {
    let head = Code.head(
      "func authenticate",
      ["_ credential: \(names.credential)", "for operation: \(names.operation)"],
      " async throws -> \(names.principal)")
    return """
      /// Finds out whom a credential stands for. Throws `AuthenticationError` if for nobody, or for
      /// somebody who may not call the operation.
      \(head)
      """
  }

  private func requirement(_ operation: Operation) -> Code {
    let head: Code = "func \(operation.name)"
    let result: Code = " async throws -> \(operation.typeName).Output"
    return """
      \(operation.headline)
      \(Code.head(head, parameters(operation), result))
      """
  }

  private func parameters(_ operation: Operation) -> [Code] {
    let input: Code = operation.hasInput ? "_ input: \(operation.typeName).Input" : ""
    let principal: Code =
      switch operation.security {
      case .none: ""
      case .required: "as principal: \(names.principal)"
      case .optional: "as principal: \(names.principal)?"
      }
    return [input, principal].filter { !$0.isEmpty }
  }

  private var credentialEnumeration: Code {
    """
    /// A credential as a request shows it, not checked yet.
    public enum \(names.credential): Sendable {
      \(contract.securitySchemes.map(credentialCase))
    }
    """
  }

  private func credentialCase(_ scheme: SecurityScheme) -> Code {
    let payload: Code =
      switch scheme.kind {
      case .bearer: "token: String"
      case .basic: "username: String, password: String"
      }
    return """
      \(scheme.documentation.comment())
      case \(scheme.name)(\(payload))
      """
  }

  private var operationEnumeration: Code {
    """
    /// The operations, by their `operationId`.
    public enum \(names.operation): String, Sendable, CaseIterable {
      \(contract.operations.map(operationCase))
    }
    """
  }

  private func operationCase(_ operation: Operation) -> Code {
    operation.name.text == operation.operationID
      ? "case \(operation.name)"
      : "case \(operation.name) = \(literal: operation.operationID)"
  }

  private func alias(_ name: Identifier) -> Code {
    """
    /// `\(name, suffix: "")` where something else of that name is nearer.
    public typealias \(name, suffix: "Model") = \(name)
    """
  }
}

extension Operation {
  var hasInput: Bool { !parameters.isEmpty || body != nil }

  /// The summary and the route, in one line.
  var headline: Code {
    let summary = documentation.summary
    let route: Code = "`\(method.code) \(comment: path.text)`"
    guard let end = summary.last else { return "/// \(route)" }
    return "/// \(comment: summary)\(".!?".contains(end) ? "" : ".") \(route)"
  }

}

extension Operation.Method {
  var code: Code {
    switch self {
    case .get: "GET"
    case .put: "PUT"
    case .post: "POST"
    case .delete: "DELETE"
    case .options: "OPTIONS"
    case .head: "HEAD"
    case .patch: "PATCH"
    case .trace: "TRACE"
    }
  }
}
