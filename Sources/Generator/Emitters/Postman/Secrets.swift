import AccordModel

/// What examples say of passwords and the like: no file holds it, a variable of the environment stands
/// for it.
///
/// Rules tell, `format: password`, wherever a value follows them, and so do names.
struct Secrets {
  /// The wire names of members and parameters that the contract says are secret somewhere.
  private let declared: Set<String>
  private let shapes: Shapes
  private let prefix: String
  private let taken: Set<String>

  init(_ service: Service) {
    let (contract, shapes) = (service.contract, service.shapes)
    let properties = contract.allTypes.flatMap { type -> [Property] in
      if case .structure(let structure) = type.kind { structure.properties } else { [] }
    }
    let places =
      properties.map { ($0.wireName, $0.shape) }
      + contract.operations.flatMap(\.parameters).map { ($0.wireName, $0.shape) }
    declared = Set(places.filter { shapes.isSecret($0.1) }.map(\.0))
    self.shapes = shapes
    prefix = service.prefix
    taken = Set(service.chains.variables.map(\.name) + [service.baseURL])
  }

  /// The variables that stand for secrets in a request, in the order of their first use.
  func variables(in form: RequestForm) -> [String] {
    var walk = self.walk
    for filled in form.parameters where !filled.isFilled { _ = walk.hidden(filled) }
    if let body = form.body { _ = walk.hidden(body, in: form) }
    return walk.found.map(variable)
  }

  /// The request with variables for secrets.
  func hidden(_ form: RequestForm) -> RequestForm {
    var (form, walk) = (form, self.walk)
    form.body = form.body.map { walk.hidden($0, in: form) }
    for (index, filled) in form.parameters.enumerated() {
      let value = walk.hidden(filled)
      guard value != filled.example else { continue }
      form.parameters[index].example = value
      guard !filled.isFilled else { continue }
      form.parameters[index].texts = value.items?.map(\.plainText) ?? [value.plainText]
    }
    return form
  }

  /// The body of an answer, where the name alone stands for what a request may call otherwise.
  func hidden(_ body: Value, of content: Content, in operation: Operation) -> Value {
    var walk = SecretWalk(shapes: shapes, isNamed: isNamed) { $0.variableName }
    return walk.hidden(body, [content.shape], "\(operation.operationID)_answer")
  }

  func hidden(_ text: String, of header: ResponseHeader) -> String {
    let isSecret = isNamed(header.wireName) || shapes.isSecret(header.shape)
    return isSecret ? "{{\(header.wireName.variableName)}}" : text
  }

  func isHidden(_ filled: RequestForm.FilledParameter) -> Bool {
    var walk = self.walk
    return walk.hidden(filled) != filled.example
  }

  private var walk: SecretWalk {
    SecretWalk(shapes: shapes, isNamed: isNamed, variable: variable)
  }

  private func isNamed(_ name: String) -> Bool { declared.contains(name) || name.soundsSecret }

  private func variable(_ name: String) -> String {
    let variable = prefix + name.variableName
    return taken.contains(variable) ? "\(variable)_secret" : variable
  }
}

extension Service {
  var secrets: Secrets { Secrets(self) }

  /// The request with variables for all that the collection cannot hold or know. Those of an issuer's
  /// collection are not there.
  func opened(_ form: RequestForm) -> RequestForm {
    let form = secrets.hidden(form)
    return prefix.isEmpty ? OpenParameters(self).opened(form) : form
  }
}
