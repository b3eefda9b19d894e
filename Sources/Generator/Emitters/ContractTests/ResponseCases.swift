import AccordModel

/// Success, in every form that the contract has for it, and the refusals of values that are valid
/// and mean nothing to the service.
struct ResponseCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] {
    answers + requests
      + [withoutAccept, withoutBody, unknownParameter, unknownMember].compactMap { $0 }
      + unknownOptional + conflict + misfits
  }

  private var success: Response { operation.success }

  private var answers: [TestCase] {
    guard let content = success.content else {
      return [
        testCase(
          .response, "response/\(success.status)", "succeeds", rule: "responses",
          at: success.place, subject.form, expecting: subject.success())
      ]
    }
    return content.representations.map { representation in
      var form = subject.form
      form.accept = representation.mediaType
      return testCase(
        .response, "response/\(success.status)/\(representation.mediaType)",
        "succeeds, and answers \(representation.mediaType)", rule: "responses", at: success.place,
        form, expecting: subject.success(mediaType: representation.mediaType))
    }
  }

  private var withoutAccept: TestCase? {
    guard let first = success.content?.representations.first else { return nil }
    var form = subject.form
    form.accept = nil
    return testCase(
      .response, "response/\(success.status)/no-accept",
      "without Accept, \(first.mediaType) is answered", rule: "responses", at: success.place, form,
      expecting: subject.success(mediaType: first.mediaType))
  }

  /// Every representation of the body, with every example of it.
  private var requests: [TestCase] {
    subject.requests.map { request in
      testCase(
        .response, "request/\(request.mediaType)/\(request.name)",
        "\(request.mediaType) is read: the example '\(request.name)'", rule: "requestBody",
        request.form, expecting: subject.success())
    }
  }

  private var withoutBody: TestCase? {
    guard let body = operation.body, !body.isRequired else { return nil }
    var form = subject.form
    form.body = nil
    return testCase(
      .response, "request/none", "the body may be left out", rule: "requestBody", form,
      expecting: subject.success())
  }
}

// What is not there, and what is there already.
extension ResponseCases {
  private var unknownParameter: TestCase? {
    subject.form.withUnknownParameter(of: service).flatMap { unknown in
      self.unknown(unknown, statuses: [404])
    }
  }

  /// Logging in as nobody is answered 401.
  private var unknownMember: TestCase? {
    let statuses = operation.security == .none ? [404, 401] : [404]
    let unknown =
      subject.form.withUnknownMember(of: service) ?? subject.form.withWrongCredentialInBody(service)
    return unknown.flatMap { self.unknown($0, statuses: statuses) }
  }

  /// - Parameter statuses: the first that the contract has is expected
  private func unknown(_ unknown: UnknownValue, statuses: [Int]) -> TestCase? {
    let status = statuses.first { operation.response($0) != nil }
    return testCase(
      .response, "unknown/\(unknown.key)", "\(unknown.name) that was never answered",
      rule: "responses", at: status.flatMap { operation.response($0)?.place }, unknown.form,
      expecting: status.map { .status($0) } ?? .accepted(by: operation))
  }

  /// What only answers give, such as the next page, and none gave.
  private var unknownOptional: [TestCase] {
    guard let response = operation.response(404) else { return [] }
    return subject.form.parameters.indices.compactMap { index in
      var form = subject.form
      let parameter = form.parameters[index].parameter
      guard !parameter.isRequired, service.isAnswered(parameter, of: operation) else { return nil }
      form.parameters[index].send(form.parameters[index].example)
      return testCase(
        .response, "unknown/\(parameter.key)",
        "\(parameter.wireName) that was never answered", rule: "responses", at: response.place,
        form, expecting: .status(404))
    }
  }

  /// The same creation again, where it says itself what it creates.
  private var conflict: [TestCase] {
    let forms = subject.requests.map(\.form).filter { $0.contentType == subject.form.contentType }
    guard isCreation, let response = operation.response(409),
      let chosen = forms.first(where: \.hasFreshIdentity)
    else { return [] }
    let first = TestStep(chosen, of: service, expecting: subject.success())
    return [
      testCase(
        .response, "conflict", "what is there already is refused", rule: "responses",
        at: response.place, chosen, after: [first], expecting: .status(409))
    ]
  }

  /// The members of one alternative, for what was created as another.
  private var misfits: [TestCase] {
    guard let response = operation.response(409) else { return [] }
    let targets = subject.targets
    return zip(targets, targets.dropFirst() + targets.prefix(1)).compactMap { target, other in
      guard target.isDistinct(from: other) else { return nil }
      var form = subject.form
      (form.parameters, form.body) = (target.parameters, other.body)
      let (name, stranger) = (target.alternative.name.text, other.alternative.name.text)
      return testCase(
        .response, "conflict/\(stranger)-for-\(name)",
        "the alternative \(stranger) is refused by what is of the alternative \(name)",
        rule: "responses", at: response.place, form, expecting: .status(409))
    }
  }

  /// What takes an identifier that another operation answers changes something that is there.
  private var isCreation: Bool {
    switch operation.method {
    case .post: true
    case .put: service.chains.used(by: operation).isEmpty
    case .get, .delete, .options, .head, .patch, .trace: false
    }
  }
}

extension Service {
  /// Whether a link says that an answer gives the parameter's value.
  func isAnswered(_ parameter: Parameter, of operation: Operation) -> Bool {
    contract.operations.flatMap(\.responses).flatMap(\.links)
      .filter { $0.operationID == operation.operationID }
      .flatMap(\.parameters).contains { entry in
        guard parameter.isNamed(entry.name), case .response = LinkExpression(entry.value) else {
          return false
        }
        return true
      }
  }
}

extension RequestForm {
  /// With a text that is no credential where the body has one to end.
  fileprivate func withWrongCredentialInBody(_ service: Service) -> UnknownValue? {
    guard case .none = authentication, let body,
      let token = service.chains.ended(by: operation).first(where: { $0.scope == .environment }),
      let member = body.members?.first(where: { $0.value == .string(token.reference) })
    else { return nil }
    var form = self
    form.body = body.replacing(member.name, with: "not-a-token")
    return UnknownValue(form, member: member.name)
  }
}
