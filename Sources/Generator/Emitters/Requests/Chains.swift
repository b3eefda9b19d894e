import AccordModel

/// Which responses fill which requests, so that requests run without anyone copying values.
///
/// The contract's links go first. What they leave open is filled by name: `user_id` in a path from
/// the member `user_id` that a POST answers.
struct Chains: Sendable {
  let credentials: Credentials
  private let contract: Contract
  private let shapes: Shapes
  private let prefix: String
  /// By operation, then by the parameter's place and name, or the member's name.
  private var parameters: [String: [String: Filling]] = [:]
  private var members: [String: [String: Filling]] = [:]
  /// In the order of their first use.
  private(set) var variables: [ChainVariable] = []
  /// The operations that each operation waits for.
  private var waits: [String: Set<String>] = [:]

  /// - Parameter prefix: what names of variables start with, where several contracts meet
  init(_ contract: Contract, _ shapes: Shapes, prefix: String = "") {
    self.contract = contract
    self.shapes = shapes
    self.prefix = prefix
    credentials = Credentials(contract, shapes)
    variables = credentials.tokens.map(\.variable)
    for operation in contract.operations {
      guard let issued = credentials.token(for: operation)?.variable.value else { continue }
      waits[operation.operationID, default: []].insert(issued.operationID)
    }
    for operation in contract.operations {
      followLinks(to: operation)
      followNames(to: operation)
    }
    nameVariables()
  }

  func filling(of parameter: Parameter, in operation: Operation) -> Filling? {
    parameters[operation.operationID]?[Self.key(parameter)]
  }

  func filling(ofMember name: String, in operation: Operation) -> Filling? {
    members[operation.operationID]?[name]
  }

  /// The members of the body that are filled, in alphabetical order.
  func filledMembers(of operation: Operation) -> [String] {
    (members[operation.operationID] ?? [:]).keys.sorted()
  }

  /// The variables that the operation's request refers to, the credential first.
  func needs(of operation: Operation) -> [ChainVariable] {
    let used = self.used(by: operation)
    let token = credentials.token(for: operation)?.variable
    return variables.filter { used.contains($0) || $0 == token }
  }

  /// The variables that the operation's response fills.
  func kept(from operation: Operation) -> [ChainVariable] {
    variables.filter { $0.value?.operationID == operation.operationID }
  }

  /// The variables whose values are of no use after the operation: what it deletes with all that is
  /// below it, and the credential that it revokes, which is one that it sends in its body or logs off
  /// with.
  func ended(by operation: Operation) -> [ChainVariable] {
    let used = self.used(by: operation)
    let deleted = operation.method == .delete ? deleted(by: operation) : []
    let token = logsOff(operation) ? credentials.token(for: operation)?.variable : nil
    return variables.filter {
      used.contains($0) && $0.scope == .environment || deleted.contains($0) || $0 == token
    }
  }

  /// What the last parameter of the path names, if nothing comes behind it, not what it belongs to.
  private func deleted(by operation: Operation) -> Set<ChainVariable> {
    let names = operation.path.parameterNames
    let filled = names.reversed().lazy.compactMap { name -> ChainVariable? in
      let parameter = operation.parameters.first { $0.location == .path && $0.wireName == name }
      let filling = parameter.flatMap { self.filling(of: $0, in: operation) }
      return if case .variable(let variable)? = filling { variable } else { nil }
    }
    guard let last = filled.first else { return used(by: operation) }
    let path = operation.path
    let below = contract.operations.filter { $0.path.text.hasPrefix(path.text + "/") }
    guard path.isBelowParameter else { return Set(below.flatMap(kept) + [last]) }
    // All of a collection, and not what that belongs to.
    return Set((below + contract.operations.filter { $0.path == path }).flatMap(kept))
  }

  /// Whether the operation ends the login that it is sent with. Its name tells, or what it deletes.
  func logsOff(_ operation: Operation) -> Bool {
    guard credentials.token(for: operation) != nil, used(by: operation).isEmpty else {
      return false
    }
    var last = ""
    if case .literal(let text)? = operation.path.segments.last { last = text.bareName }
    let words = ["logout", "logoff", "signout", "signoff"]
    let isNamed = words.contains { last == $0 || operation.operationID.bareName.contains($0) }
    return isNamed || operation.method == .delete && ["session", "token", "login"].contains(last)
  }

  func used(by operation: Operation) -> Set<ChainVariable> {
    let fillings =
      Array((parameters[operation.operationID] ?? [:]).values)
      + Array((members[operation.operationID] ?? [:]).values)
    return Set(
      fillings.compactMap { if case .variable(let variable) = $0 { variable } else { nil } })
  }

  private static func key(_ parameter: Parameter) -> String {
    "\(parameter.location.rawValue) \(parameter.wireName)"
  }
}

extension Chains {
  /// Fills from the first link that names something; later ones only add to it.
  private mutating func followLinks(to operation: Operation) {
    for source in contract.operations where mayFollow(operation, source) {
      for link in source.responses.filter({ 200..<300 ~= $0.status }).flatMap(\.links)
      where link.operationID == operation.operationID {
        fillParameters(of: operation, from: source, link)
        for member in link.requestBody?.members ?? [] {
          guard members[operation.operationID]?[member.name] == nil else { continue }
          let filling = filling(member.value, from: source, to: operation)
          members[operation.operationID, default: [:]][member.name] = filling
        }
      }
    }
  }

  private mutating func fillParameters(
    of operation: Operation, from source: Operation, _ link: Link
  ) {
    for parameter in operation.parameters where parameter.isRequired {
      let key = Self.key(parameter)
      guard parameters[operation.operationID]?[key] == nil,
        let entry = link.parameters.first(where: { parameter.isNamed($0.name) })
      else { continue }
      let filling = filling(entry.value, from: source, to: operation)
      parameters[operation.operationID, default: [:]][key] = filling
    }
  }

  private mutating func filling(
    _ value: Value, from source: Operation, to operation: Operation
  ) -> Filling? {
    switch LinkExpression(value) {
    case .parameter(let location, let name): sent(location, name, by: source, to: operation)
    case .member(let name): sent(member: name, by: source, to: operation)
    case .constant(let constant): .constant(constant)
    case .response(let origin):
      .variable(
        variable(ChainedValue(operationID: source.operationID, origin: origin), for: operation))
    }
  }

  /// What the source's own request has there: what fills it, or what it shows.
  private mutating func sent(
    _ location: Parameter.Location, _ name: String, by source: Operation, to operation: Operation
  ) -> Filling? {
    let parameter = source.parameters.first { $0.location == location && $0.wireName == name }
    guard let parameter else { return nil }
    return follow(filling(of: parameter, in: source), to: operation)
      ?? .constant(ExampleValue(shapes).value(of: parameter))
  }

  private mutating func sent(
    member name: String, by source: Operation, to operation: Operation
  ) -> Filling? {
    guard let content = source.body?.content else { return nil }
    let body = ExampleValue(shapes).value(of: content)
    return follow(filling(ofMember: name, in: source), to: operation)
      ?? body[name].map { .constant($0) }
  }

  private mutating func follow(_ filling: Filling?, to operation: Operation) -> Filling? {
    guard case .variable(let variable)? = filling, let value = variable.value else {
      return filling
    }
    return .variable(self.variable(value, for: operation))
  }

  private mutating func followNames(to operation: Operation) {
    for parameter in operation.parameters where isReference(parameter) {
      let key = Self.key(parameter)
      guard parameters[operation.operationID]?[key] == nil,
        let value = NamedSources(shapes: shapes, operations: contract.operations)
          .value(for: parameter, of: operation, where: { mayFollow(operation, $0) })
      else { continue }
      parameters[operation.operationID, default: [:]][key] =
        .variable(variable(value, for: operation))
    }
  }

  private func isReference(_ parameter: Parameter) -> Bool {
    parameter.location == .path
      || parameter.location == .query && parameter.isRequired
        && (parameter.wireName.bareName.hasSuffix("id"))
  }

  /// Whether the operation may wait for the source: not if the source waits for it, at last.
  private func mayFollow(_ operation: Operation, _ source: Operation) -> Bool {
    var seen: Set<String> = []
    var open = [source.operationID]
    while let next = open.popLast() {
      if next == operation.operationID { return false }
      if seen.insert(next).inserted { open += waits[next] ?? [] }
    }
    return true
  }

  private mutating func variable(
    _ value: ChainedValue, for operation: Operation
  ) -> ChainVariable {
    waits[operation.operationID, default: []].insert(value.operationID)
    if let known = variables.first(where: { $0.value == value }) { return known }
    // Names are given when all values are known.
    let variable = ChainVariable(name: "", scope: .collection, value: value)
    variables.append(variable)
    return variable
  }

  private mutating func nameVariables() {
    let names = VariableNames(
      of: variables.filter { $0.scope == .collection }.compactMap(\.value), prefix: prefix,
      taken: Set(credentials.variableNames + ["baseUrl"]))
    func named(_ variable: ChainVariable) -> ChainVariable {
      guard variable.scope == .collection, let value = variable.value else { return variable }
      return ChainVariable(name: names[value], scope: .collection, value: value)
    }
    func filled(_ filling: Filling) -> Filling {
      if case .variable(let variable) = filling { .variable(named(variable)) } else { filling }
    }
    variables = variables.map(named)
    parameters = parameters.mapValues { $0.mapValues(filled) }
    members = members.mapValues { $0.mapValues(filled) }
  }
}

extension PathTemplate {
  /// Whether a literal stands behind a parameter, so that the path is about something else.
  var isBelowParameter: Bool {
    guard case .literal? = segments.last else { return false }
    return !parameterNames.isEmpty
  }

  /// In their order.
  fileprivate var parameterNames: [String] { segments.flatMap(\.parameterNames) }
}

extension PathTemplate.Segment {
  /// In their order.
  var parameterNames: [String] {
    switch self {
    case .literal: []
    case .parameter(let name): [name]
    case .mixed(let pieces):
      pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
  }
}
