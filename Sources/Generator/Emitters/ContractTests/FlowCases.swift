import AccordModel

/// Cases of several operations: what one writes, the others show, until it is deleted.
struct FlowCases {
  let service: Service

  var cases: [TestCase] {
    service.contract.operations.flatMap { operation in
      resourceFlows(Subject(operation, of: service))
    } + pagingFlows + SessionFlows(service: service).cases
  }

  private func resourceFlows(_ subject: Subject) -> [TestCase] {
    guard [.post, .put].contains(subject.operation.method), subject.flaw == nil else { return [] }
    return subject.creations.flatMap { creation in
      Resource.all(of: subject.operation, creation.form, service).flatMap { resource in
        let id = "\(subject.operation.operationID)/flow/\(creation.name)/\(resource.key)"
        let flow = ResourceFlow(service: service, creation: creation.form, resource: resource)
        return [flow.testCase(id), flow.locationCase("\(id)/location")].compactMap { $0 }
      }
    }
  }

  private var pagingFlows: [TestCase] {
    let lists = service.contract.operations.compactMap { PagedList($0, service) }
    guard !lists.isEmpty else { return [] }
    return service.contract.operations.filter { $0.method == .post }.flatMap { source in
      pagingFlows(Subject(source, of: service), lists)
    }
  }

  private func pagingFlows(_ subject: Subject, _ lists: [PagedList]) -> [TestCase] {
    guard subject.flaw == nil else { return [] }
    return subject.creations.flatMap { creation in
      Resource.all(of: subject.operation, creation.form, service).flatMap { resource in
        lists.compactMap { list in
          let source = "\(subject.operation.operationID)/\(creation.name)/\(resource.key)"
          return PagingFlow(
            service: service, list: list, creation: creation.form, resource: resource
          ).testCase("\(list.operation.operationID)/flow/pages/\(source)")
        }
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
