public import AccordRuntime
public import DatastoreAPI

extension DatastoreClient {
  /// Sends a request to Datastore; throws `ServiceUnavailable` when it cannot be reached or says
  /// that it is unavailable itself, and any other error as it is.
  public func reaching<Response: OperationResponse>(
    _ request: (DatastoreClient) async throws -> Response
  ) async throws -> Response {
    let response: Response
    do {
      response = try await request(self)
    } catch let error as ClientError {
      guard case .transport = error else { throw error }
      throw ServiceUnavailable(retryAfter: .seconds(1), cause: error)
    }
    guard response.status != 503 else {
      throw ServiceUnavailable(
        retryAfter: .seconds(1), cause: UnexpectedResponse(expected: "an answer", response))
    }
    return response
  }

  /// Returns when Datastore could read and write a moment ago; throws `ServiceUnavailable` when it
  /// could not, cannot be reached, or answers anything else: who asks may only learn yes or no.
  public func checkReadiness() async throws {
    do {
      _ = try await getReadiness().ok
    } catch {
      throw ServiceUnavailable(retryAfter: .seconds(1), cause: error)
    }
  }
}
