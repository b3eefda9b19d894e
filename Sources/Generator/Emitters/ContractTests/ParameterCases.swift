import AccordModel

/// Parameters that are missing, and the contract's examples of those that need not be there.
struct ParameterCases: CaseFamily {
  let subject: Subject

  var cases: [TestCase] {
    subject.form.parameters.indices.flatMap { index in
      let parameter = subject.form.parameters[index].parameter
      return parameter.isRequired
        ? [missing(index)].compactMap { $0 } : examples(of: index)
    }
  }

  private func missing(_ index: Int) -> TestCase? {
    var form = subject.form
    let parameter = form.parameters.remove(at: index).parameter
    guard parameter.location != .path else { return nil }
    return refusal(
      .required, "required/\(parameter.key)", "without \(parameter.wireName) it is refused",
      rule: "required", at: parameter.place, form, status: 400,
      violation: jsonPointer([parameter.wireName]))
  }

  private func examples(of index: Int) -> [TestCase] {
    let parameter = subject.form.parameters[index].parameter
    return parameter.examples.map { example in
      var form = subject.form
      form.parameters[index].send(example.value)
      return testCase(
        .response, "parameter/\(parameter.key)/\(example.name)",
        "the example '\(example.name)' of \(parameter.wireName) is accepted", rule: "parameters",
        at: parameter.place, form,
        expecting: subject.success(probing: subject.form.parameters[index].parameter))
    }
  }
}

extension Parameter {
  /// What tells it from the operation's other parameters.
  var key: String { "\(location.rawValue).\(wireName)" }
}
