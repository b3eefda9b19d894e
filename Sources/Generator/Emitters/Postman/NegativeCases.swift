import AccordModel

/// Requests that break one rule each, for the documented refusal: a problem document where the
/// contract says so.
struct NegativeCases {
  let service: Service

  var folder: [RequestItem] { service.contract.operations.flatMap(items) }

  private func items(of operation: Operation) -> [RequestItem] {
    let form = RequestForm(operation, of: service)
    return [
      missingMember(form), wrongType(form), missingCredential(form), wrongCredential(form),
      unknownIdentifier(form), unknownMember(form),
    ].compactMap { $0 }
  }

  private func item(
    _ form: RequestForm, _ status: Int, _ key: String, _ words: String
  ) -> RequestItem? {
    let operation = form.operation
    return operation.response(status).map {
      RequestItem(
        form, of: service, key: "negative/\(operation.operationID)/\(key)",
        name: "\(operation.title): \(words)", expecting: $0)
    }
  }

  private func missingMember(_ form: RequestForm) -> RequestItem? {
    guard let (body, structure) = jsonBody(form),
      let property = structure.properties.first(where: {
        $0.isRequired && body[$0.wireName] != nil
      })
    else { return nil }
    var broken = form
    broken.body = body.replacing(property.wireName, with: nil)
    return item(broken, 400, "missing", "\(property.wireName) is missing")
  }

  private func wrongType(_ form: RequestForm) -> RequestItem? {
    guard let (body, structure) = jsonBody(form),
      let (property, wrong) = structure.properties.lazy.compactMap({ property in
        body[property.wireName] == nil ? nil : self.wrongValue(for: property)
      }).first
    else { return nil }
    var broken = form
    broken.body = body.replacing(property.wireName, with: wrong)
    return item(broken, 400, "type", "\(property.wireName) has the wrong type")
  }

  private func wrongValue(for property: Property) -> (Property, Value)? {
    switch service.shapes.resolve(property.shape) {
    case .any: nil
    case .integer, .number, .boolean, .array, .dictionary: (property, "not of this type")
    case .string: (property, .array([]))
    case .declared, .nullable: (property, .array([.boolean(true)]))
    }
  }

  private func jsonBody(_ form: RequestForm) -> (Value, Structure)? {
    guard let content = form.operation.body?.content, content.json != nil, let body = form.body,
      let structure = service.shapes.structure(content.shape, of: body)
    else { return nil }
    return (body, structure)
  }

  private func missingCredential(_ form: RequestForm) -> RequestItem? {
    guard case .required = form.operation.security else { return nil }
    var broken = form
    broken.authentication = .none
    return item(broken, 401, "anonymous", "without a credential")
  }

  private func wrongCredential(_ form: RequestForm) -> RequestItem? {
    var broken = form
    switch form.authentication {
    case .none: return nil
    case .inherited, .bearer: broken.authentication = .bearer("not-a-token")
    case .basic: broken.authentication = .basic(username: "nobody", password: "wrong")
    }
    return item(broken, 401, "credential", "with a credential that is not valid")
  }

  private func unknownIdentifier(_ form: RequestForm) -> RequestItem? {
    form.withUnknownParameter(of: service).flatMap { unknown in
      item(unknown.form, 404, "unknown", "\(unknown.name) is unknown")
    }
  }

  /// Logging in as nobody is answered 401 where there is no 404.
  private func unknownMember(_ form: RequestForm) -> RequestItem? {
    let operation = form.operation
    let status = operation.response(404) == nil && operation.security == .none ? 401 : 404
    return form.withUnknownMember(of: service).flatMap { unknown in
      item(unknown.form, status, "unknown/\(unknown.name)", "\(unknown.name) is unknown")
    }
  }
}
