import AccordModel

/// An operation that takes what another has answered.
struct FollowUp {
  let operation: Operation
  /// By the parameter's place among the operation's, where the source says so.
  fileprivate(set) var fillings: [Int: Filling] = [:]
  /// How many of the link's constants the source's body has too, so that it is the link's.
  fileprivate var matches = 0

  fileprivate init(_ operation: Operation) {
    self.operation = operation
  }

  /// What the source's answer must fill.
  var variables: [ChainVariable] {
    fillings.sorted { $0.key < $1.key }.compactMap {
      if case .variable(let variable) = $0.value { variable } else { nil }
    }
  }

  func form(of service: Service, example: Value? = nil) -> RequestForm {
    var form = RequestForm(operation, of: service, example: example)
    for (index, filling) in fillings {
      switch filling {
      case .variable(let variable): form.parameters[index].send(variable)
      case .constant(let value): form.parameters[index].send(value)
      }
    }
    return form
  }
}

/// What an operation creates, and the operations that take its identifier.
struct Resource {
  let variables: [ChainVariable]
  let followUps: [FollowUp]

  /// What tells it from others that the same request creates.
  var key: String { variables.map(\.name).joined(separator: "+") }

  var reader: FollowUp? { own.first { $0.operation.method == .get } }
  var deleter: FollowUp? { own.first { $0.operation.method == .delete } }
  var updater: FollowUp? {
    own.first { [.put, .patch].contains($0.operation.method) && $0.operation.body != nil }
  }

  /// Those about what is created itself, not about something below it: `/pets/{id}/tags`.
  private var own: [FollowUp] { followUps.filter { !$0.operation.path.isBelowParameter } }

  /// Those of the contract's links, and where there are none, of names. Of several that an answer
  /// may be, those that the request says it is, or that the answer must have.
  static func all(
    of source: Operation, _ creation: RequestForm, _ service: Service
  ) -> [Resource] {
    let finder = FollowUpFinder(source: source, creation: creation, service: service)
    let followUps = finder.linked + finder.named
    let keys = followUps.map(\.variables).filter { !$0.isEmpty }
    let groups = keys.enumerated().filter { keys.firstIndex(of: $0.element) == $0.offset }
      .map { key in followUps.filter { $0.variables == key.element } }
    let sure = groups.count == 1 ? groups : groups.filter(finder.isSure)
    return sure.map { Resource(variables: $0[0].variables, followUps: $0) }
  }
}

private struct FollowUpFinder {
  let source: Operation
  let creation: RequestForm
  let service: Service

  var linked: [FollowUp] {
    source.success.links.compactMap { link in
      service.operation(link.operationID).flatMap { followUp($0, link) }
    }
  }

  /// Nil if the link is about something else than what the request creates.
  private func followUp(_ operation: Operation, _ link: Link) -> FollowUp? {
    var followUp = FollowUp(operation)
    for (index, parameter) in operation.parameters.enumerated() {
      guard let entry = link.parameters.first(where: { parameter.isNamed($0.name) }) else {
        continue
      }
      switch LinkExpression(entry.value) {
      case .parameter, .member: break
      case .response(let origin): followUp.fillings[index] = .variable(variable(origin))
      case .constant(let value):
        let sent = creation.body?[parameter.wireName]
        guard sent == nil || sent == value else { return nil }
        followUp.matches += sent == nil ? 0 : 1
        followUp.fillings[index] = .constant(value)
      }
    }
    return followUp
  }

  var named: [FollowUp] {
    let linked = Set(source.success.links.map(\.operationID))
    return service.contract.operations.filter { !linked.contains($0.operationID) }
      .map { operation in
        var followUp = FollowUp(operation)
        for (index, parameter) in operation.parameters.enumerated() {
          guard
            case .variable(let variable)? = service.chains.filling(of: parameter, in: operation),
            variable.value?.operationID == source.operationID
          else { continue }
          followUp.fillings[index] = .variable(variable)
        }
        return followUp
      }
  }

  private func variable(_ origin: ChainedValue.Origin) -> ChainVariable {
    let value = ChainedValue(operationID: source.operationID, origin: origin)
    let known = service.chains.variables
    if let variable = known.first(where: { $0.value == value }) { return variable }
    let stem =
      switch origin {
      case .body(let tokens): tokens.last ?? "body"
      case .header(let name): name
      }
    let isTaken = known.contains { $0.name == stem }
    return ChainVariable(
      name: isTaken ? "\(source.operationID)_\(stem)" : stem, scope: .collection, value: value)
  }

  /// Whether the answer surely has what the follow-ups take.
  func isSure(_ followUps: [FollowUp]) -> Bool {
    if followUps.contains(where: { $0.matches > 0 }) { return true }
    let answered = source.success.content.flatMap { service.shapes.structure($0.shape) }
    return followUps[0].variables.allSatisfy { variable in
      switch variable.value?.origin {
      case .body(let tokens):
        answered?.properties.contains { $0.isRequired && [$0.wireName] == tokens } ?? false
      case .header, nil: true
      }
    }
  }
}
