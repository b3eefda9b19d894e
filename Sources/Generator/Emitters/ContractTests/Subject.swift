import AccordModel

/// One operation, and what the cases about it are made from.
struct Subject {
  let service: Service
  let operation: Operation
  /// The request that succeeds.
  let form: RequestForm
  /// What bodies belong to, where they do not fit all that the parameters may name.
  let targets: [BodyTarget]

  init(_ operation: Operation, of service: Service) {
    self.service = service
    self.operation = operation
    form = RequestForm(operation, of: service).withFreshIdentity(in: service)
    targets = BodyTarget.all(of: operation, service)
  }

  var cases: [TestCase] {
    let families: [any CaseFamily] = [
      ResponseCases(subject: self), ParameterCases(subject: self), ConstraintCases(subject: self),
      CredentialCases(subject: self), NegotiationCases(subject: self), BodyCases(subject: self),
      OutageCases(subject: self),
    ]
    let cases = families.flatMap(\.cases)
    return flaw == nil ? cases : cases.filter(\.isRefusal)
  }
}

/// Cases of one sort about one operation.
protocol CaseFamily {
  var subject: Subject { get }
  /// With identifiers that differ from those of all other families.
  var cases: [TestCase] { get }
}

extension CaseFamily {
  var operation: Operation { subject.operation }
  var service: Service { subject.service }

  /// A case whose last step is the operation's own, after what that needs.
  ///
  /// - Parameter key: what tells it from the operation's other cases.
  /// - Parameter earlier: steps between what the request needs and the request
  func testCase(
    _ kind: TestCase.Kind, _ key: String, _ name: String, rule: String, at place: Place? = nil,
    _ form: RequestForm, after earlier: [TestStep] = [], expecting expected: Expectation,
    _ change: (inout TestStep) -> Void = { _ in }
  ) -> TestCase {
    var step = TestStep(form, of: service, expecting: expected)
    change(&step)
    return TestCase(
      id: "\(operation.operationID)/\(key)", name: name, kind: kind, operation: operation,
      rule: rule, place: place ?? operation.place,
      steps: subject.steps(before: form) + earlier + [step])
  }

  /// As `testCase`, for a refusal; nil if the contract has none with this status.
  func refusal(
    _ kind: TestCase.Kind, _ key: String, _ name: String, rule: String, at place: Place? = nil,
    _ form: RequestForm, after earlier: [TestStep] = [], status: Int, violation: String? = nil,
    _ change: (inout TestStep) -> Void = { _ in }
  ) -> TestCase? {
    guard let response = operation.response(status) else { return nil }
    var expected = Expectation.status(status)
    expected.violation = service.shapes.hasViolations(response) ? violation : nil
    return testCase(
      kind, key, name, rule: rule, at: place, form, after: earlier, expecting: expected, change)
  }
}

extension TestCase {
  /// Whether the request is refused for what it is, whatever else is wrong with it.
  fileprivate var isRefusal: Bool {
    switch kind {
    case .response, .outage, .flow: false
    case .required, .constraint, .credential, .method, .malformed, .oversize, .path, .mediaType,
      .notAcceptable:
      steps.last?.expected.isRefusal == true
    }
  }
}

extension Shapes {
  /// Whether the answer names what is wrong with a request, each by its pointer.
  func hasViolations(_ response: Response) -> Bool {
    guard let content = response.content, let problem = structure(content.shape),
      let violations = problem.properties.first(where: { $0.wireName == "violations" }),
      case .array(let items, _, _) = resolve(violations.shape)
    else { return false }
    return structure(items)?.properties.contains { $0.wireName == "pointer" } ?? false
  }
}
