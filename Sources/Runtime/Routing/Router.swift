import HTTPTypes

/// Finds the operation that a request asks for, and answers in its place when there is none.
public struct Router<Operation: RawRepresentable & Sendable>: Sendable
where Operation.RawValue == String {
  private let tree: RouteTree
  private let operations: [Operation]
  private let operationIDs: [String]

  /// - Parameter routes: one for each method and template; of two for the same, the first counts.
  public init(_ routes: [Route<Operation>]) {
    var tree = RouteTree()
    for (index, route) in routes.enumerated() {
      tree.add(RouteTemplate(route.path), method: route.method, route: index)
    }
    self.tree = tree
    operations = routes.map(\.operation)
    operationIDs = routes.map(\.operation.rawValue)
  }

  /// Answers a request with the operation it asks for.
  ///
  /// Answers 404 for a path that no route has, 405 with `Allow` for a method that it lacks,
  /// and 400 for a path that is not percent-encoded UTF-8. What the closure throws is answered as a
  /// `Refusal` says, and otherwise as a 500 that names no reason.
  public func respond(
    to request: ServerRequest,
    with answer: (Operation, RoutedRequest) async throws -> ServerResponse
  ) async -> ServerResponse {
    switch match(request) {
    case .route(let index, let captures):
      var response: ServerResponse
      do {
        response = try await answer(operations[index], RoutedRequest(request, captures))
      } catch {
        response = .failure(error, target: request.target)
      }
      response.operationID = operationIDs[index]
      return response
    case .refused(let refusal): return refusal.response(target: request.target)
    }
  }

  enum Match {
    case route(Int, captures: [String])
    case refused(Refusal)
  }

  func match(_ request: ServerRequest) -> Match {
    var target = request.target
    return target.withUTF8 { match($0, method: request.method.rawValue) }
  }

  private func match(_ target: UnsafeBufferPointer<UInt8>, method: String) -> Match {
    let walk = PathWalk(tree.nodes, target: target)
    var ranges: [Range<Int>] = []
    guard target.first == UInt8(ascii: "/") else { return .refused(.notFound) }
    guard let place = walk.place(from: 0, at: 0, captures: &ranges) else {
      return .refused(PercentCoding.decode(walk.path) == nil ? .badPath : .notFound)
    }
    guard let route = tree.nodes[place].route(answering: method) else {
      return .refused(.methodNotAllowed(tree.nodes[place].methods))
    }
    var captures: [String] = []
    captures.reserveCapacity(ranges.count)
    for range in ranges.reversed() {
      guard let text = PercentCoding.decode(target[range]) else { return .refused(.badPath) }
      captures.append(text)
    }
    return .route(route, captures: captures)
  }
}
