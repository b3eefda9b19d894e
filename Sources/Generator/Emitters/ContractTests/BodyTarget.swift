import AccordModel

/// What a body that is one alternative of several belongs to, where it does not fit all that the
/// operation's parameters may name.
///
/// Links say it. Those of an answer that differ in a constant, `objtype: user` and `objtype: music`,
/// are each about what was created with that constant in the body; and of the alternatives, the one
/// belongs to it whose members were all created.
struct BodyTarget {
  let alternative: UnionAlternative
  /// An object of the alternative.
  let body: Value
  /// As the link fills them.
  let parameters: [RequestForm.FilledParameter]
  /// What tells it from others, by the places of the parameters.
  fileprivate let constants: [Int: Value]
  private let creation: RequestForm
  private let variables: [ChainVariable]

  fileprivate init(
    _ alternative: UnionAlternative, _ body: Value, _ creation: Creation, _ service: Service
  ) {
    self.alternative = alternative
    self.body = body
    parameters = creation.followUp.form(of: service).parameters
    constants = creation.followUp.constants
    variables = creation.followUp.variables
    self.creation = creation.form
  }

  func isDistinct(from other: BodyTarget) -> Bool { constants != other.constants }

  /// Whether the request is about what was created for this alternative.
  func isNamed(by form: RequestForm) -> Bool {
    zip(parameters, form.parameters).allSatisfy { $0.texts == $1.texts && $0.isSent == $1.isSent }
  }

  /// The steps that create it, and get what else the request refers to.
  func steps(before form: RequestForm, of service: Service) -> [TestStep] {
    let others = service.needs(of: form).filter { !variables.contains($0) }
    var step = TestStep(
      creation, of: service, expecting: .status(creation.operation.success.status))
    step.kept = variables
    return service.steps(providing: others + service.needs(of: creation)).map { TestStep($0) }
      + [step]
  }
}

extension BodyTarget {
  /// In the order of the alternatives; empty where any may be sent to the same place, or nothing
  /// says where one belongs.
  static func all(of operation: Operation, _ service: Service) -> [BodyTarget] {
    guard let shape = operation.body?.content.shape,
      let (union, type) = service.shapes.union(shape)
    else { return [] }
    let creations = Creation.all(before: operation, service)
    let examples = operation.body?.content.shown.examples ?? []
    let bodies = union.objects(
      among: (examples + type.examples).map(\.value), ExampleValue(service.shapes))
    let targets = zip(union.alternatives, bodies).compactMap { alternative, body -> BodyTarget? in
      guard let body, let structure = service.shapes.structure(alternative.shape) else {
        return nil
      }
      let fitting = creations.filter {
        $0.names.isSuperset(of: structure.properties.map(\.wireName))
      }
      return fitting.first.map { BodyTarget(alternative, body, $0, service) }
    }
    let isDecisive = targets.contains { $0.isDistinct(from: targets[0]) }
    return isDecisive ? targets : []
  }
}

/// A creation whose answer has a link to the operation.
private struct Creation {
  let form: RequestForm
  let followUp: FollowUp
  /// The members that it may have.
  let names: Set<String>

  /// One for each alternative of what the sources create, those of the first source first.
  static func all(before operation: Operation, _ service: Service) -> [Creation] {
    service.contract.operations.filter { source in
      source.operationID != operation.operationID
        && source.success.links.contains { $0.operationID == operation.operationID }
    }.flatMap { source in
      objects(of: source, service).compactMap { creation(source, $0, operation, service) }
    }
  }

  private static func objects(of source: Operation, _ service: Service) -> [Value] {
    guard let content = source.body?.content,
      let (union, type) = service.shapes.union(content.shape)
    else { return [] }
    let given = content.shown.examples + type.examples
    return union.objects(among: given.map(\.value), ExampleValue(service.shapes)).compactMap(\.self)
  }

  private static func creation(
    _ source: Operation, _ object: Value, _ operation: Operation, _ service: Service
  ) -> Creation? {
    let form = RequestForm(source, of: service, example: object).withFreshIdentity(in: service)
    let followUps = Resource.all(of: source, form, service).flatMap(\.followUps)
    let linked = followUps.first {
      $0.operation.operationID == operation.operationID && !$0.constants.isEmpty
    }
    guard let linked, let shape = source.body?.content.shape,
      let structure = service.shapes.structure(shape, of: object)
    else { return nil }
    return Creation(
      form: form, followUp: linked, names: Set(structure.properties.map(\.wireName)))
  }
}

extension FollowUp {
  /// What links send as it is, by the places of the parameters.
  fileprivate var constants: [Int: Value] {
    fillings.compactMapValues { if case .constant(let value) = $0 { value } else { nil } }
  }
}

extension Subject {
  /// What the body belongs to; nil where it fits all, or nothing tells.
  func target(of body: Value) -> BodyTarget? {
    guard !targets.isEmpty, let shape = operation.body?.content.shape,
      let (union, _) = service.shapes.union(shape), let index = union.choice.alternative(of: body)
    else { return nil }
    return targets.first { $0.alternative.name == union.alternatives[index].name }
  }

  /// The steps that get what the request refers to.
  func steps(before form: RequestForm) -> [TestStep] {
    targets.first { $0.isNamed(by: form) }?.steps(before: form, of: service)
      ?? service.testSteps(before: form)
  }
}
