import AccordRuntime
public import DatastoreAPI

extension DatastoreClient {
  /// Runs requests to Datastore; throws `ServiceUnavailable` when it cannot be reached or says that
  /// it is unavailable itself, and any other error as it is.
  public func reaching<Value>(
    _ requests: (DatastoreClient) async throws -> Value
  ) async throws -> Value {
    do {
      return try await requests(self)
    } catch let error as ClientError {
      guard case .transport = error else { throw error }
      throw ServiceUnavailable(retryAfter: .seconds(1), cause: error)
    } catch let error as UnexpectedResponse where error.isUnavailable {
      throw ServiceUnavailable(retryAfter: .seconds(1), cause: error)
    }
  }

  /// Returns when Datastore could read and write a moment ago.
  public func checkReadiness() async throws {
    _ = try await reaching { try await $0.getReadiness().ok }
  }
}

extension UnexpectedResponse {
  fileprivate var isUnavailable: Bool {
    switch response {
    case let answer as ReadObject.Response:
      if case .serviceUnavailable = answer { true } else { false }
    case let answer as WriteObject.Response:
      if case .serviceUnavailable = answer { true } else { false }
    case let answer as UpdateObject.Response:
      if case .serviceUnavailable = answer { true } else { false }
    case let answer as DeleteObject.Response:
      if case .serviceUnavailable = answer { true } else { false }
    case let answer as ListObjects.Response:
      if case .serviceUnavailable = answer { true } else { false }
    case let answer as GetReadiness.Response:
      if case .serviceUnavailable = answer { true } else { false }
    default: false
    }
  }
}
