public import AccordRuntime
public import DatastoreAPI

extension DatastoreClient {
  /// Sends a request to Datastore; throws `ServiceUnavailable` when it cannot be reached, or when
  /// it, or a proxy in front of it, says that it cannot answer now, and any other error as it is.
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
    guard !Self.notNow.contains(response.status) else {
      throw ServiceUnavailable(
        retryAfter: .seconds(1), cause: UnexpectedResponse(expected: "an answer", response))
    }
    return response
  }

  /// RFC 6585, section 4, and RFC 9110, sections 15.6.3 to 15.6.5.
  private static let notNow = [429, 502, 503, 504]

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
