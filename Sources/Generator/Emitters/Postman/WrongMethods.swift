import AccordModel

/// For each path a request with a method that it does not have.
struct WrongMethods {
  let service: Service

  var items: [RequestItem] { service.contract.pathTemplates.compactMap(item) }

  private func item(_ path: PathTemplate) -> RequestItem? {
    let contract = service.contract
    guard let known = contract.operations.first(where: { $0.path == path }),
      let method = method(unlike: path)
    else { return nil }
    let refusal = Operation(
      operationID: "\(method.rawValue) \(path.text)", name: known.name, typeName: known.typeName,
      method: method, path: path, parameters: known.parameters.filter { $0.location == .path },
      responses: [response(known)], place: known.place)
    let name = "\(method.rawValue) \(path.text): the path has no such method"
    var item = RequestItem(
      RequestForm(refusal, of: service), of: service, key: "negative/method/\(path.text)",
      name: name, expecting: response(known))
    item.allowed = contract.methods(of: path)
    return item
  }

  /// One that no path with such segments has: services may take the more general of two paths.
  private func method(unlike path: PathTemplate) -> Operation.Method? {
    let near = service.contract.operations.filter { $0.path.mayBeTaken(for: path) }.map(\.method)
    return [.patch, .delete, .put, .post, .get].first { !near.contains($0) }
  }

  /// The contract's, or what HTTP asks for (RFC 9110, 15.5.6).
  private func response(_ operation: Operation) -> Response {
    operation.response(405)
      ?? Response(status: 405, name: Identifier("methodNotAllowed"), place: operation.place)
  }
}

extension PathTemplate {
  fileprivate func mayBeTaken(for other: PathTemplate) -> Bool {
    segments.count == other.segments.count
      && zip(segments, other.segments).allSatisfy { own, other in
        if case .literal = own, case .literal = other { own == other } else { true }
      }
  }
}
