import AccordModel

/// From a creation to the second deletion.
struct ResourceFlow {
  let service: Service
  let creation: RequestForm
  let resource: Resource

  private var source: Operation { creation.operation }
  private var shared: SharedMembers { SharedMembers(shapes: service.shapes) }

  /// Nil where nothing can be done with what is created.
  func testCase(_ id: String) -> TestCase? {
    guard resource.reader != nil || resource.deleter != nil else { return nil }
    let steps = [create] + read(written(creation)) + updates + deletion
    let words = ["created"] + verbs
    return TestCase(
      id: id, name: "what is \(words.joined(separator: ", "))", kind: .flow, operation: source,
      rule: "links", place: source.success.place, steps: preparation + steps)
  }

  /// Nil where the contract says of no `Location`, or nothing reads what is created.
  func locationCase(_ id: String) -> TestCase? {
    let hasLocation = source.success.headers.contains { $0.wireName.bareName == "location" }
    guard hasLocation, var read = read(written(creation)).first else { return nil }
    var create = create
    create.keepsLocation = true
    (read.path, read.query) = (TestStep.location, [])
    return TestCase(
      id: id, name: "Location leads to what is created", kind: .flow, operation: source,
      rule: "headers", place: source.success.place, steps: preparation + [create, read])
  }

  private var verbs: [String] {
    [
      resource.reader.map { _ in "read" }, resource.updater.map { _ in "updated" },
      resource.deleter.map { _ in "deleted" },
    ].compactMap { $0 }
  }

  /// What the steps need, besides what the creation gives.
  private var preparation: [TestStep] {
    let forms = [creation] + resource.followUps.map { $0.form(of: service) }
    let needed = forms.flatMap { service.needs(of: $0) }.filter {
      !resource.variables.contains($0) || service.needs(of: creation).contains($0)
    }
    return service.steps(providing: needed).map { TestStep($0) }
  }

  private var create: TestStep {
    var step = TestStep(creation, of: service, expecting: .status(source.success.status))
    step.expected.equals = answered(written(creation), by: source)
    step.kept = resource.variables
    return step
  }

  private var updates: [TestStep] {
    guard let updater = resource.updater else { return [] }
    return changes(updater).flatMap { change -> [TestStep] in
      let form = updater.form(of: service, example: change)
      var step = TestStep(form, of: service, expecting: .status(updater.operation.success.status))
      step.expected.equals = answered(written(form), by: updater.operation)
      return [step] + read(written(form))
    }
  }

  private var deletion: [TestStep] {
    guard let deleter = resource.deleter else { return [] }
    let form = deleter.form(of: service)
    var steps = [TestStep(form, of: service, expecting: .status(deleter.operation.success.status))]
    if let reader = resource.reader { steps.append(readAfterDeletion(reader)) }
    if deleter.operation.response(404) != nil {
      steps.append(TestStep(form, of: service, expecting: .status(404)))
    }
    return steps
  }
}

// Reading.
extension ResourceFlow {
  /// What a request has written.
  private struct Written {
    var value: Value
    var structure: Structure
  }

  private func written(_ form: RequestForm) -> Written? {
    guard let body = form.body, let content = form.operation.body?.content else { return nil }
    return service.shapes.structure(content.shape, of: body).map {
      Written(value: body, structure: $0)
    }
  }

  private func answered(
    _ written: Written?, by operation: Operation
  ) -> [(pointer: String, value: Value)] {
    guard let written, let content = operation.success.content, content.json != nil else {
      return []
    }
    return shared.members(of: written.value, as: written.structure, in: content.shape)
  }

  private func read(_ written: Written?) -> [TestStep] {
    guard let reader = resource.reader else { return [] }
    var step = TestStep(
      reader.form(of: service), of: service,
      expecting: .status(reader.operation.success.status))
    let members = answered(identity, by: reader.operation) + answered(written, by: reader.operation)
    step.expected.equals = members.enumerated().filter { index, member in
      members.firstIndex { $0.pointer == member.pointer } == index
    }.map(\.element)
    return [step]
  }

  /// The identifiers that the creation answers, as they stand in its answer.
  private var identity: Written? {
    guard let content = source.success.content,
      let structure = service.shapes.structure(content.shape)
    else { return nil }
    let members = resource.variables.compactMap { variable -> Value.Member? in
      guard case .body(let tokens)? = variable.value?.origin, tokens.count == 1 else { return nil }
      return Value.Member(name: tokens[0], value: .string(variable.reference))
    }
    return Written(value: .object(members), structure: structure)
  }

  /// Where the contract has no 404, the answer must not know the identifier.
  private func readAfterDeletion(_ reader: FollowUp) -> TestStep {
    let isRefused = reader.operation.response(404) != nil
    var expected = Expectation.status(isRefused ? 404 : reader.operation.success.status)
    if !isRefused { expected.lacks = resource.variables.map { .string($0.reference) } }
    return TestStep(reader.form(of: service), of: service, expecting: expected)
  }
}

// Updating.
extension ResourceFlow {
  /// Bodies for an update of what was created: the examples that name nothing else, or what the
  /// contract has for the members that were created, or any example.
  private func changes(_ updater: FollowUp) -> [Value?] {
    guard let content = updater.operation.body?.content else { return [] }
    let examples = content.shown.examples.map(\.value)
    let names = Set(creation.body?.members?.map(\.name) ?? [])
    let fitting = examples.filter { names.isSuperset(of: $0.members?.map(\.name) ?? []) }
    if !fitting.isEmpty { return fitting }
    if let made = madeUp(content.shape, names) { return [made] }
    return examples.isEmpty ? [nil] : examples
  }

  /// The members of an alternative that were created, with other values where there are others.
  private func madeUp(_ shape: Shape, _ names: Set<String>) -> Value? {
    guard case .declared(let name) = service.shapes.resolve(shape),
      case .union(let union)? = service.shapes.declaration(name)?.kind
    else { return nil }
    let structures = union.alternatives.compactMap { service.shapes.structure($0.shape) }
    let fitting = structures.lazy.map { structure in
      structure.properties.filter { names.contains($0.wireName) || $0.isRequired }
    }.first { !$0.isEmpty && names.isSuperset(of: $0.map(\.wireName)) }
    return fitting.map { properties in
      .object(properties.map { Value.Member(name: $0.wireName, value: other(than: $0)) })
    }
  }

  private func other(than property: Property) -> Value {
    let created = creation.body?[property.wireName] ?? .null
    // With another moment there, the object may be gone.
    if service.contract.tables.contains(where: { $0.expiry == property.wireName }) {
      return created
    }
    let probes = ConstraintProbes(service.shapes)
      .probes(of: property.shape, at: property.place, in: created)
    return probes.first { $0.isAccepted && $0.value != created && $0.value != .null }?.value
      ?? created
  }
}
