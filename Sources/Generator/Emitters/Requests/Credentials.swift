import AccordModel

/// Where requests take their credentials from: the variables of each security scheme.
struct Credentials: Sendable {
  struct Token: Sendable {
    var scheme: SecurityScheme
    var variable: ChainVariable
  }

  /// In the contract's order; a collection itself authenticates with the first.
  let tokens: [Token]
  let accounts: [SecurityScheme]

  init(_ contract: Contract, _ shapes: Shapes) {
    let bearers = contract.securitySchemes.filter { $0.kind != .basic }
    let issues = TokenIssues(contract, shapes)
    tokens = bearers.map { scheme in
      // Where there are several, each by its scheme, whichever stands first.
      let name = bearers.count == 1 ? "token" : "\(scheme.name.text)Token"
      return Token(
        scheme: scheme,
        variable: ChainVariable(name: name, scope: .environment, value: issues.issue(of: scheme)))
    }
    accounts = contract.securitySchemes.filter { $0.kind == .basic }
  }

  /// All that stand for credentials.
  var variableNames: [String] {
    tokens.map(\.variable.name) + accounts.flatMap { [$0.usernameVariable, $0.passwordVariable] }
  }

  /// What authenticates a request: the first that the operation lists. A credential that is optional
  /// is not sent.
  func token(for operation: Operation) -> Token? {
    guard case .required(let names) = operation.security, let first = names.first else {
      return nil
    }
    return tokens.first { $0.scheme.name == first }
  }

  func account(for operation: Operation) -> SecurityScheme? {
    guard case .required(let names) = operation.security, let first = names.first else {
      return nil
    }
    return accounts.first { $0.name == first }
  }
}

extension SecurityScheme {
  // Of a scheme for HTTP Basic.
  var usernameVariable: String { "\(name.text)Username" }
  var passwordVariable: String { "\(name.text)Password" }
}
