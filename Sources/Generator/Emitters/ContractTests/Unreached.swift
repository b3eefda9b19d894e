import AccordModel

/// What the contract documents and no case is made to reach, with the reason; and what it leaves
/// open, so that the cases for it cannot be.
struct Unreached {
  let service: Service
  let cases: [TestCase]

  var values: [Value] {
    service.contract.operations.flatMap { operation in
      missing(operation) + unanswered(operation) + untriedCredentials(operation)
        + unsent(operation)
    }
  }

  private func missing(_ operation: Operation) -> [Value] {
    let reached = Set(
      cases.flatMap(\.steps).filter {
        $0.operation == operation.operationID && $0.service == service.contract.fileStem
      }.map(\.expected).filter { !$0.isOpen }.flatMap(\.statuses))
    return operation.responses.filter { !reached.contains($0.status) }.map {
      value(operation, $0.status, $0.place, reason(operation, $0.status))
    }
  }

  private func reason(_ operation: Operation, _ status: Int) -> String {
    let subject = Subject(operation, of: service)
    if let reason = status == operation.success.status ? subject.doubt : subject.flaw {
      return reason
    }
    let success = operation.success.status
    return switch status {
    case success: "no valid request can be made from the contract"
    case 200..<300: "nothing says which request is answered \(status) and not \(success)"
    case 404: "no other operation answers an identifier that this one takes"
    case 409: "nothing says which valid request does not fit what is there"
    case 405: "a method that the path lacks belongs to no operation"
    default: "nothing in the contract says which request is answered \(status)"
    }
  }

  /// Rules that are not tested, because the contract has no answer for those who break them.
  private func unanswered(_ operation: Operation) -> [Value] {
    var wanted: [(Int, String)] = []
    if operation.security != .none {
      wanted.append((401, "requests without a valid credential"))
    }
    if !operation.parameters.isEmpty || operation.body != nil {
      wanted.append((400, "requests that break its rules"))
    }
    if operation.success.content != nil { wanted.append((406, "unacceptable media types")) }
    if operation.body != nil {
      wanted += [(413, "bodies that are too large"), (415, "bodies of other media types")]
    }
    return wanted.filter { operation.response($0.0) == nil }.map { status, words in
      value(
        operation, status, operation.place,
        "the operation documents no \(status), so \(words) are not tested")
    }
  }

  /// Bad tokens that cannot be had.
  private func untriedCredentials(_ operation: Operation) -> [Value] {
    let tried = Set(cases.filter { $0.operation?.operationID == operation.operationID }.map(\.id))
    guard operation.response(401) != nil, operation.security != .none,
      case .bearer? = Subject(operation, of: service).scheme?.kind
    else { return [] }
    let reasons = [
      ("expired", "without 'bearerFormat: JWT', no expired or foreign token can be made up"),
      ("revoked", "no operation is known to end a token by its body: none that is ended is tried"),
    ]
    return reasons.filter { !tried.contains("\(operation.operationID)/credential/\($0.0)") }
      .map { value(operation, 401, operation.place, $0.1) }
  }

  /// Values on a bound, or one step outside, that no request has.
  private func unsent(_ operation: Operation) -> [Value] {
    let subject = Subject(operation, of: service)
    return ConstraintCases(subject: subject).unsent.filter {
      subject.flaw == nil && $0.probe.isAccepted || operation.response(400) != nil
    }.map { unsent in
      let status = unsent.probe.isAccepted ? operation.success.status : 400
      return value(operation, status, unsent.probe.place, unsent.words)
    }
  }

  private func value(
    _ operation: Operation, _ status: Int, _ place: Place, _ reason: String
  ) -> Value {
    [
      "operation": .string(operation.operationID), "status": .integer(status),
      "place": .string(place.text), "why": .string(reason),
    ]
  }
}
