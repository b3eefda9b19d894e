import AccordModel

// What a probe that is within the rules must be answered.
extension Subject {
  /// A body with this value: success, unless what is probed names something or somebody, or nothing
  /// says what the body belongs to.
  func success(probing probe: Probe) -> Expectation {
    let isLost = !targets.isEmpty && target(of: probe.value) == nil
    let isName = probe.pointer.first.map(isIdentifier) ?? false
    return isLost || isName ? .accepted(by: operation) : success()
  }

  /// The same of a parameter.
  func success(probing parameter: Parameter) -> Expectation {
    let isName =
      parameter.location == .path || parameter.wireName.isNameOfIdentifier
      || service.chains.filling(of: parameter, in: operation) != nil
      || service.isAnswered(parameter, of: operation)
    return isName ? .accepted(by: operation) : success()
  }

  /// Whether a member of the body is an identifier or a credential: of what is there already, or of
  /// what is to be.
  private func isIdentifier(_ member: String) -> Bool {
    member.isNameOfIdentifier
      || service.chains.filling(ofMember: member, in: operation) != nil
      || form.identityMembers(in: service).contains(member)
  }
}

extension String {
  fileprivate var isNameOfIdentifier: Bool {
    ["id", "key", "token"].contains { bareName.hasSuffix($0) }
  }
}
