import AccordModel

/// From a login to what is refused after its end.
struct SessionFlows {
  let service: Service

  var cases: [TestCase] {
    service.chains.credentials.tokens.map(\.variable).compactMap { token in
      guard token.value != nil, let revocation = Revocation(of: token, for: service),
        let user = user(of: token)
      else { return nil }
      return testCase(token, revocation, user)
    }
  }

  private func testCase(
    _ token: ChainVariable, _ revocation: Revocation, _ user: Operation
  ) -> TestCase {
    let form = RequestForm(user, of: service)
    let use = { (status: Int) in TestStep(form, of: service, expecting: .status(status)) }
    var steps = service.testSteps(before: form)
    steps += [use(user.success.status), revocation.step, use(401)]
    if revocation.form.operation.response(401) != nil {
      var again = revocation.step
      again.expected = .status(401)
      steps.append(again)
    }
    let ending = revocation.form.operation
    return TestCase(
      id: "\(ending.operationID)/flow/\(token.name)",
      name: "a token is good until it is ended, and ends once", kind: .flow, operation: ending,
      rule: "security", place: ending.place, steps: steps)
  }

  /// An operation that asks for the token, and changes nothing if there is one.
  private func user(of token: ChainVariable) -> Operation? {
    let users = service.contract.operations.filter {
      service.chains.credentials.token(for: $0)?.variable == token && $0.response(401) != nil
    }
    return users.first { $0.method == .get } ?? users.first
  }
}
