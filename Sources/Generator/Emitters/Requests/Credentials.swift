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
    tokens = bearers.enumerated().map { index, scheme in
      let name = index == 0 ? "token" : "\(scheme.name.text)Token"
      let issued = Self.issue(of: scheme, in: contract, shapes)
      return Token(
        scheme: scheme,
        variable: ChainVariable(name: name, scope: .environment, value: issued))
    }
    accounts = contract.securitySchemes.filter { $0.kind == .basic }
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

  /// The member of a response that is a token of this scheme. OpenAPI has no word for it, so names
  /// tell: an operation that asks for no credential answers a type with the scheme's name, or a
  /// member that is called a token.
  static func issue(
    of scheme: SecurityScheme, in contract: Contract, _ shapes: Shapes
  ) -> ChainedValue? {
    for operation in contract.operations where [.post, .put].contains(operation.method) {
      guard operation.security == .none, let content = operation.success.content,
        content.json != nil, let structure = shapes.structure(content.shape)
      else { continue }
      let texts = structure.properties.filter { isText(shapes.resolve($0.shape)) }
      let isNamed = typeName(content.shape)?.bareName == scheme.wireName.bareName
      let member =
        isNamed ? texts.first(where: \.isRequired) : texts.first { isToken($0.wireName) }
      if let member {
        return ChainedValue(operationID: operation.operationID, origin: .body([member.wireName]))
      }
    }
    return nil
  }

  private static func isText(_ shape: Shape) -> Bool {
    if case .string = shape { true } else { false }
  }

  private static func typeName(_ shape: Shape) -> String? {
    if case .declared(let name) = shape { name.last.text } else { nil }
  }

  private static func isToken(_ name: String) -> Bool {
    ["token", "jwt", "accesstoken", "idtoken", "bearertoken", "sessiontoken"]
      .contains(name.bareName)
  }
}

extension SecurityScheme {
  // Of a scheme for HTTP Basic.
  var usernameVariable: String { "\(name.text)Username" }
  var passwordVariable: String { "\(name.text)Password" }
}
