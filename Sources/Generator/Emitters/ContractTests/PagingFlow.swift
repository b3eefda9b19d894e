import AccordModel

/// What is created is found once in the list, along the link from each page to the next, and is not
/// found any more when it is deleted.
struct PagingFlow {
  let service: Service
  let list: PagedList
  /// Without an identifier of its own, so that it can be sent several times.
  let creation: RequestForm
  let resource: Resource

  /// More than a page has.
  private static let count = 3

  /// Nil if the list is not known to have what is created.
  func testCase(_ id: String) -> TestCase? {
    guard resource.variables.count == 1, let name = member, !creation.hasFreshIdentity,
      let form = list.form(of: creation, service)
    else { return nil }
    let variables = (1...Self.count).map { number in
      var variable = resource.variables[0]
      variable.name += "_\(number)"
      return variable
    }
    var steps = preparation([creation, form]) + variables.map(create)
    steps.append(read(form, Pages(list, member: name, once: variables)))
    if resource.deleter != nil {
      steps += variables.compactMap(delete)
      steps.append(read(form, Pages(list, member: name, never: variables)))
    }
    return TestCase(
      id: id, name: "each object that is created is on one page, until it is deleted", kind: .flow,
      operation: list.operation, rule: "links", place: list.operation.success.place, steps: steps)
  }

  /// Which member of a listed object has what the creation answers.
  private var member: String? {
    guard case .body(let tokens)? = resource.variables[0].value?.origin, tokens.count == 1,
      list.item.properties.contains(where: { $0.wireName == tokens[0] })
    else { return nil }
    return tokens[0]
  }

  private func preparation(_ forms: [RequestForm]) -> [TestStep] {
    let all = forms + [resource.deleter?.form(of: service)].compactMap(\.self)
    let needed = all.flatMap { service.needs(of: $0) }.filter { $0 != resource.variables[0] }
    return service.steps(providing: needed).map { TestStep($0) }
  }

  private func create(_ variable: ChainVariable) -> TestStep {
    let status = creation.operation.success.status
    var step = TestStep(creation, of: service, expecting: .status(status))
    step.kept = [variable]
    return step
  }

  private func read(_ form: RequestForm, _ pages: Pages) -> TestStep {
    var step = TestStep(form, of: service, expecting: .status(list.operation.success.status))
    step.pages = pages
    return step
  }

  private func delete(_ variable: ChainVariable) -> TestStep? {
    guard let deleter = resource.deleter else { return nil }
    var form = deleter.form(of: service)
    for index in form.parameters.indices
    where form.parameters[index].texts == [resource.variables[0].reference] {
      form.parameters[index].send(variable)
    }
    return TestStep(form, of: service, expecting: .status(deleter.operation.success.status))
  }
}

/// What must be found on all pages of a list together.
struct Pages {
  private let list: PagedList
  private let member: String
  private let once: [ChainVariable]
  private let never: [ChainVariable]

  init(
    _ list: PagedList, member: String, once: [ChainVariable] = [], never: [ChainVariable] = []
  ) {
    (self.list, self.member, self.once, self.never) = (list, member, once, never)
  }

  /// The query's parameter that takes what stands at `cursor`, while something stands there; and the
  /// values of the items' members that are there once, and never.
  var value: Value {
    [
      "parameter": .string(list.operation.parameters[list.cursorIndex].wireName.percentEncoded),
      "cursor": .string(jsonPointer(list.cursor)), "items": .string(jsonPointer([list.items])),
      "member": .string(jsonPointer([member])),
      "once": .array(once.map { .string($0.reference) }),
      "never": .array(never.map { .string($0.reference) }),
    ]
  }
}
