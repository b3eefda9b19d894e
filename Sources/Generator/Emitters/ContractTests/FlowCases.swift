import AccordModel

/// Cases of several operations: what one writes, the others show, until it is deleted.
struct FlowCases {
  let service: Service

  var cases: [TestCase] {
    service.contract.operations.flatMap { operation in
      resourceFlows(Subject(operation, of: service))
    } + SessionFlows(service: service).cases
  }

  private func resourceFlows(_ subject: Subject) -> [TestCase] {
    guard [.post, .put].contains(subject.operation.method), subject.flaw == nil else { return [] }
    return subject.creations.flatMap { creation in
      Resource.all(of: subject.operation, creation.form, service).compactMap { resource in
        let id = "\(subject.operation.operationID)/flow/\(creation.name)/\(resource.key)"
        return ResourceFlow(service: service, creation: creation.form, resource: resource)
          .testCase(id)
      }
    }
  }
}

extension Subject {
  /// The operation's request with each example of its body; without a body, as it is.
  fileprivate var creations: [Request] {
    guard let body = operation.body?.content else {
      return [Request(mediaType: "", name: "no-body", form: form)]
    }
    return requests.filter { $0.mediaType == body.shown.mediaType }
  }
}
