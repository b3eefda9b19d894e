import AccordModel

/// A contract prepared for requests to its service.
struct Service: Sendable {
  let contract: Contract
  let shapes: Shapes
  let chains: Chains
  /// What names of the service's variables start with, where collections of several meet.
  let prefix: String
  /// The variable that holds the server's URL.
  let baseURL: String
  /// The services that issue tokens which this one asks for and does not issue, by the token's
  /// variable.
  let issuers: [String: Service]

  init(_ contract: Contract, beside others: [Contract]) {
    self.init(contract, baseURL: "baseUrl", prefix: "", beside: others)
  }

  private init(_ contract: Contract, baseURL: String, prefix: String, beside others: [Contract]) {
    self.contract = contract
    self.baseURL = baseURL
    self.prefix = prefix
    shapes = Shapes(contract)
    chains = Chains(contract, shapes, prefix: prefix)
    var issuers: [String: Service] = [:]
    for token in chains.credentials.tokens where token.variable.value == nil {
      issuers[token.variable.name] = Self.issuer(of: token.scheme, among: others)
    }
    self.issuers = issuers
  }

  /// A service whose contract names the scheme the same, and issues its tokens: of several the first
  /// by name.
  private static func issuer(of scheme: SecurityScheme, among others: [Contract]) -> Service? {
    for other in others.sorted(by: { $0.name.text < $1.name.text }) {
      guard
        let own = other.securitySchemes.first(where: {
          $0.wireName == scheme.wireName && $0.kind == scheme.kind
        }),
        TokenIssues(other, Shapes(other)).issue(of: own) != nil
      else { continue }
      let stem = other.name.text
      return Service(
        other, baseURL: stem.prefix(1).lowercased() + stem.dropFirst() + "BaseUrl",
        prefix: "\(stem)_", beside: [])
    }
    return nil
  }

  func operation(_ id: String) -> Operation? {
    contract.operations.first { $0.operationID == id }
  }
}

/// A request that gets something for a later one.
struct ProvidingStep {
  let service: Service
  let form: RequestForm
  let kept: [ChainVariable]
}

extension Service {
  /// The variables that the request refers to, credentials first.
  func needs(of form: RequestForm) -> [ChainVariable] {
    chains.variables.filter { form.mentions($0) }
  }

  /// The requests that fill the variables of this one, each after those that it waits for.
  func stepsBefore(_ form: RequestForm) -> [ProvidingStep] {
    steps(providing: needs(of: form))
  }

  /// The requests that fill the variables, each after those that it waits for.
  func steps(providing variables: [ChainVariable]) -> [ProvidingStep] {
    var steps: [ProvidingStep] = []
    for variable in variables { append(variable, to: &steps) }
    return steps
  }

  /// The variables that some request fills, of this service or of one that issues its tokens.
  var provided: [ChainVariable] {
    var steps: [ProvidingStep] = []
    for variable in chains.variables { append(variable, to: &steps) }
    return steps.flatMap(\.kept)
  }

  private func append(_ variable: ChainVariable, to steps: inout [ProvidingStep]) {
    if let issuer = issuers[variable.name] {
      issuer.appendToken(of: scheme(of: variable), as: variable, to: &steps)
    } else if let source = variable.value.flatMap({ operation($0.operationID) }) {
      appendStep(source, chains.kept(from: source), to: &steps)
    }
  }

  /// The name that contracts share.
  private func scheme(of token: ChainVariable) -> String? {
    chains.credentials.tokens.first { $0.variable == token }?.scheme.wireName
  }

  private func appendToken(
    of scheme: String?, as variable: ChainVariable, to steps: inout [ProvidingStep]
  ) {
    guard let token = chains.credentials.tokens.first(where: { $0.scheme.wireName == scheme }),
      let value = token.variable.value, let source = operation(value.operationID)
    else { return }
    let kept = ChainVariable(name: variable.name, scope: variable.scope, value: value)
    appendStep(source, [kept], to: &steps)
  }

  private func appendStep(
    _ source: Operation, _ kept: [ChainVariable], to steps: inout [ProvidingStep]
  ) {
    let isThere = steps.contains {
      $0.form.operation.operationID == source.operationID && $0.service.baseURL == baseURL
    }
    guard !isThere else { return }
    let form = RequestForm(source, of: self)
    for variable in needs(of: form) { append(variable, to: &steps) }
    steps.append(ProvidingStep(service: self, form: form, kept: kept))
  }
}
