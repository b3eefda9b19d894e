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

  /// The variables whose values are of no use after the operation: what it deletes, and the
  /// credential that it revokes, which is one that stands in its body.
  func ended(by operation: Operation) -> [ChainVariable] {
    let used = self.used(by: operation)
    return variables.filter {
      used.contains($0) && ($0.scope == .environment || operation.method == .delete)
    }
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
    case .request: nil
    case .constant(let constant): .constant(constant)
    case .response(let origin):
      .variable(
        variable(ChainedValue(operationID: source.operationID, origin: origin), for: operation))
    }
  }

  private mutating func followNames(to operation: Operation) {
    for parameter in operation.parameters where isReference(parameter) {
      let key = Self.key(parameter)
      guard parameters[operation.operationID]?[key] == nil,
        let value = namedValue(for: parameter, of: operation)
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

  private func namedValue(for parameter: Parameter, of operation: Operation) -> ChainedValue? {
    for source in contract.operations where source.method == .post && mayFollow(operation, source) {
      guard !source.parameters.contains(where: { $0.wireName == parameter.wireName }),
        let content = source.success.content, content.json != nil,
        let structure = shapes.structure(content.shape)
      else { continue }
      let isBelow = operation.path.text.hasPrefix("\(source.path.text)/{\(parameter.wireName)}")
      let member = structure.properties.first {
        $0.wireName.bareName == parameter.wireName.bareName
          || isBelow && $0.wireName.bareName == "id"
      }
      if let member {
        return ChainedValue(operationID: source.operationID, origin: .body([member.wireName]))
      }
    }
    return nil
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
    let variable = ChainVariable(name: freeName(for: value), scope: .collection, value: value)
    variables.append(variable)
    return variable
  }

  private func freeName(for value: ChainedValue) -> String {
    let stem =
      switch value.origin {
      case .body(let tokens): tokens.last ?? "body"
      case .header(let name): name
      }
    let taken = Set(variables.map(\.name) + ["baseUrl"])
    let candidates = [prefix + stem, "\(prefix)\(value.operationID)_\(stem)"]
    return candidates.first { !taken.contains($0) } ?? "\(candidates[1])_\(variables.count)"
  }
}
