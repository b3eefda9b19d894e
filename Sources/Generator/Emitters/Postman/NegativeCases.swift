import AccordModel

/// Requests that break one rule each, for the documented refusal: a problem document where the
/// contract says so.
struct NegativeCases {
  let service: Service

  var folder: [RequestItem] {
    service.contract.operations.flatMap(items) + WrongMethods(service: service).items
  }

  /// A request of the operation for each status that one of the cases is about.
  func refusals(of operation: Operation) -> [Int: RequestForm] {
    Dictionary(items(of: operation).map { ($0.expected.status, $0.form) }) { first, _ in first }
  }

  private func items(of operation: Operation) -> [RequestItem] {
    let form = RequestForm(operation, of: service)
    let cases = [
      missingMember(form), wrongType(form), malformedBody(form), missingCredential(form),
      wrongCredential(form),
      unknownIdentifier(form), unknownMember(form), wrongMediaType(form), impossibleAnswer(form),
    ]
    return cases.compactMap { $0 } + wrongParameters(form)
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
    guard let (body, structure, shape) = jsonBody(form),
      let property = structure.properties.first(where: { property in
        let names = Set(body.members?.map(\.name) ?? [])
        return property.isRequired && names.contains(property.wireName)
          && !service.shapes.mayHold(shape, members: names.subtracting([property.wireName]))
      })
    else { return nil }
    var broken = form
    broken.body = body.replacing(property.wireName, with: nil)
    return item(broken, 400, "missing", "\(property.wireName) is missing")
  }

  private func wrongType(_ form: RequestForm) -> RequestItem? {
    guard let (body, structure, _) = jsonBody(form),
      let (property, wrong) = structure.properties.lazy.compactMap({ property in
        body[property.wireName] == nil
          ? nil : self.wrongValue(for: property.shape).map { (property, $0) }
      }).first
    else { return nil }
    var broken = form
    broken.body = body.replacing(property.wireName, with: wrong)
    return item(broken, 400, "type", "\(property.wireName) has the wrong type")
  }

  /// Nil for texts, any of which are well formed, and for numbers, which without a digit are others.
  func malformedBody(_ form: RequestForm) -> RequestItem? {
    var broken = form
    broken.isCutShort = true
    let isClosed =
      switch (form.codec, form.body?.kind) {
      case (.json, .object), (.json, .array), (.json, .string), (.xml, _): true
      default: false
      }
    return isClosed ? item(broken, 400, "malformed", "the body is malformed") : nil
  }

  /// Nil where some alternative may take whatever there is.
  private func wrongValue(for shape: Shape) -> Value? {
    switch service.shapes.resolve(shape) {
    case .any, .nullable: nil
    case .integer, .number, .boolean, .array, .dictionary: "not of this type"
    case .string: []
    case .declared(let name):
      switch service.shapes.declaration(name)?.kind {
      case .structure: "not of this type"
      case .stringEnumeration, .integerEnumeration: []
      case .alias(let shape), .wrapper(let shape): wrongValue(for: shape)
      case .union, nil: nil
      }
    }
  }

  /// The body, what it follows, and what is asked of it.
  private func jsonBody(_ form: RequestForm) -> (Value, Structure, Shape)? {
    guard let content = form.operation.body?.content, content.json != nil, let body = form.body,
      let structure = service.shapes.structure(content.shape, of: body)
    else { return nil }
    return (body, structure, content.shape)
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
    let isLogin = service.chains.credentials.tokens.contains {
      $0.variable.value?.operationID == operation.operationID
    }
    let status = operation.response(404) == nil && isLogin ? 401 : 404
    return form.withUnknownMember(of: service).flatMap { unknown in
      item(unknown.form, status, "unknown/\(unknown.name)", "\(unknown.name) is unknown")
    }
  }
}

// Parameters and media types.
extension NegativeCases {
  /// For each parameter with a rule that a text can break, but for those that other cases are about.
  private func wrongParameters(_ form: RequestForm) -> [RequestItem] {
    form.parameters.indices.compactMap { index in
      let filled = form.parameters[index]
      guard filled.parameter.location != .path, !service.secrets.isHidden(filled),
        service.chains.filling(of: filled.parameter, in: form.operation) == nil,
        let probe = refusedText(filled)
      else { return nil }
      var broken = form
      broken.parameters[index].send(probe.value)
      let name = filled.parameter.wireName
      return item(
        broken, 400, "parameter/\(filled.parameter.location.rawValue)/\(name)",
        "\(name) is wrong, \(probe.words)")
    }
  }

  /// What is one step outside a rule, as far as a field or a query can carry it. A text instead of a
  /// number counts; all kinds are texts there, so no other kind does.
  private func refusedText(_ filled: RequestForm.FilledParameter) -> Probe? {
    let parameter = filled.parameter
    let probes = ConstraintProbes(service.shapes)
      .probes(of: parameter.shape, at: parameter.place, in: filled.example).filter { probe in
        guard !probe.isAccepted, probe.pointer.isEmpty, probe.rule != "type" else { return false }
        switch probe.value {
        case .string(let text):
          return (1...1000).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        case .number: return true
        case .null, .boolean, .array, .object: return false
        }
      }
    return probes.first { $0.rule != "format" } ?? probes.first
  }

  private func wrongMediaType(_ form: RequestForm) -> RequestItem? {
    guard let content = form.operation.body?.content else { return nil }
    var broken = form
    broken.contentType = Content.mediaType(unlike: content.representations.map(\.mediaType))
    return item(broken, 415, "media-type", "a body of another media type")
  }

  private func impossibleAnswer(_ form: RequestForm) -> RequestItem? {
    guard let content = form.operation.success.content else { return nil }
    var broken = form
    broken.accept = Content.mediaType(unlike: content.representations.map(\.mediaType))
    return item(broken, 406, "accept", "no answer that it could give is accepted")
  }
}
