import AccordModel

extension TestStep {
  init(_ form: RequestForm, of service: Service, expecting expected: Expectation) {
    let operation = form.operation
    self.service = service.contract.fileStem
    self.operation = operation.operationID
    method = operation.method.rawValue
    path = form.path
    self.expected = expected
    for filled in form.parameters where filled.isSent {
      switch filled.parameter.location {
      case .path: break
      case .query:
        query += filled.texts.map { (filled.parameter.wireName.percentEncoded, $0) }
      case .header: headers += filled.texts.map { (filled.parameter.wireName, $0) }
      }
    }
    headers = (form.accept.map { [("Accept", $0)] } ?? []) + headers
    credential = Self.credential(form, service)
    setBody(form, service)
  }

  /// What a step of a chain sends; it must succeed.
  init(_ step: ProvidingStep) {
    let form = step.form.withFreshIdentity(in: step.service)
    self.init(
      form, of: step.service, expecting: .status(form.operation.success.status))
    kept = step.kept
  }

  private static func credential(_ form: RequestForm, _ service: Service) -> Credential? {
    switch form.authentication {
    case .none: nil
    case .inherited(let variable): .bearer(variable.reference)
    case .bearer(let text): .bearer(text)
    case .basic(let username, _):
      service.chains.credentials.accounts.first { username == "{{\($0.usernameVariable)}}" }
        .map { .basic(scheme: $0.wireName) }
    }
  }

  private mutating func setBody(_ form: RequestForm, _ service: Service) {
    guard let content = form.operation.body?.content, let value = form.body else { return }
    mediaType = form.contentType
    let codec = content.representations.first { $0.mediaType == form.contentType }?.codec
    switch codec {
    case .json, nil: body = .json(value)
    case .xml:
      let schema = SchemaJSON(service.shapes, style: .closedWithXML).schema(content.shape)
      body = .xml(value, root: content.xmlName, schema: schema)
    case .text, .textOfProperty: body = .text(value.plainText)
    }
  }
}

extension Service {
  /// The steps that get what the request refers to.
  func testSteps(before form: RequestForm) -> [TestStep] {
    stepsBefore(form).map { TestStep($0) }
  }
}

extension RequestForm {
  /// The path with its parameters filled in.
  var path: String {
    "/" + pathSegments { text(ofPathParameter: $0) }.joined(separator: "/")
  }
}
