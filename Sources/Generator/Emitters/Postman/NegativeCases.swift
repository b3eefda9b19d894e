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

  /// Where an identifier from an earlier response belongs, one that was never answered.
  private func unknownIdentifier(_ form: RequestForm) -> RequestItem? {
    let index = form.parameters.lastIndex { filled in
      if case .variable? = service.chains.filling(of: filled.parameter, in: form.operation) {
        true
      } else {
        false
      }
    }
    guard let index,
      let unknown = identifier(like: form.parameters[index], in: form.operation)
    else { return nil }
    var broken = form
    broken.parameters[index].texts = [unknown]
    let name = form.parameters[index].parameter.wireName
    return item(broken, 404, "unknown", "\(name) is unknown")
  }

  /// The same for a body. Logging in as nobody is answered 401 where there is no 404.
  private func unknownMember(_ form: RequestForm) -> RequestItem? {
    let operation = form.operation
    let name = service.chains.filledMembers(of: operation).first { name in
      guard case .variable(let variable)? = service.chains.filling(ofMember: name, in: operation)
      else { return false }
      return variable.scope == .collection
    }
    guard let name, let body = form.body else { return nil }
    guard let example = form.exampleBody?[name], Self.isUUID(example.plainText) else { return nil }
    var broken = form
    broken.body = body.replacing(name, with: .string(Self.unknown(operation)))
    let status = operation.response(404) == nil && operation.security == .none ? 401 : 404
    return item(broken, status, "unknown/\(name)", "\(name) is unknown")
  }

  private static func unknown(_ operation: Operation) -> String {
    NameBasedUUID("accord:postman/unknown/\(operation.operationID)").text
  }

  /// Nil where nothing is known to be within the parameter's rules.
  private func identifier(
    like filled: RequestForm.FilledParameter, in operation: Operation
  ) -> String? {
    switch service.shapes.resolve(filled.parameter.shape) {
    case .integer(let rules):
      let greatest = rules.maximum ?? Int(Int32.max)
      return "\(greatest - greatest % (rules.multipleOf ?? 1))"
    case .string(let rules):
      let isShaped = rules.format == .uuid || Self.isUUID(filled.example.plainText)
      let isFree = rules.pattern == nil && rules.format == nil && rules.maxLength ?? 36 >= 36
      return isShaped || isFree && rules.minLength <= 36 ? Self.unknown(operation) : nil
    case .number, .boolean, .array, .dictionary, .any, .declared, .nullable: return nil
    }
  }

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }
}
