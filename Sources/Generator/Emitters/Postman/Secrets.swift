import AccordModel

/// What examples say of passwords and the like: no file holds it, a variable of the environment stands
/// for it.
struct Secrets {
  /// The wire names of parameters and members that the contract says are secret.
  private let declared: Set<String>
  private let prefix: String
  private let taken: Set<String>

  init(_ service: Service) {
    let contract = service.contract
    let isSecret = { (shape: Shape) in
      if case .string(let rules) = service.shapes.resolve(shape) { rules.isSecret } else { false }
    }
    let properties = contract.allTypes.flatMap { type -> [Property] in
      if case .structure(let structure) = type.kind { structure.properties } else { [] }
    }
    declared = Set(
      properties.filter { isSecret($0.shape) }.map(\.wireName)
        + contract.operations.flatMap(\.parameters).filter { isSecret($0.shape) }.map(\.wireName))
    prefix = service.prefix
    taken = Set(service.chains.variables.map(\.name) + [service.baseURL])
  }

  /// The variables that stand for secrets in a request, in the order of their first use.
  func variables(in form: RequestForm) -> [String] {
    var names = form.parameters.filter { isHidden($0.parameter) }.map(\.parameter.wireName)
    if let body = form.body { collect(body, into: &names) }
    return names.map(variable)
  }

  func hidden(_ value: Value) -> Value {
    switch value {
    case .object(let members):
      .object(
        members.map { .init(name: $0.name, value: hides($0) ? hidden($0.name) : hidden($0.value)) })
    case .array(let items): .array(items.map(hidden))
    case .null, .boolean, .number, .string: value
    }
  }

  func hidden(_ name: String) -> Value { .string("{{\(variable(name))}}") }

  func isHidden(_ parameter: Parameter) -> Bool { isSecret(parameter.wireName) }

  private func isSecret(_ name: String) -> Bool {
    declared.contains(name)
      || ["password", "passwd", "passphrase", "secret", "clientsecret", "pin"]
        .contains(name.bareName)
  }

  /// Texts only: a member with such a name that is something else, an array say, is no password. What
  /// a variable fills already stays.
  private func hides(_ member: Value.Member) -> Bool {
    guard case .string(let text) = member.value else { return false }
    return isSecret(member.name) && !text.hasPrefix("{{")
  }

  private func collect(_ value: Value, into names: inout [String]) {
    switch value {
    case .object(let members):
      for member in members {
        if hides(member) { names.append(member.name) } else { collect(member.value, into: &names) }
      }
    case .array(let items): for item in items { collect(item, into: &names) }
    case .null, .boolean, .number, .string: break
    }
  }

  private func variable(_ name: String) -> String {
    let variable = prefix + name.variableName
    return taken.contains(variable) ? "\(variable)_secret" : variable
  }
}

extension Service {
  var secrets: Secrets { Secrets(self) }
}

extension RequestForm {
  /// With variables for secrets.
  func hiding(_ secrets: Secrets) -> RequestForm {
    var form = self
    form.body = body.map(secrets.hidden)
    for (index, filled) in parameters.enumerated() where secrets.isHidden(filled.parameter) {
      let value = secrets.hidden(filled.parameter.wireName)
      form.parameters[index].texts = [value.plainText]
      form.parameters[index].example = value
    }
    return form
  }
}
