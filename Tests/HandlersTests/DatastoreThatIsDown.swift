import DatastoreAPI

/// A Datastore whose storage does not answer, but for the question whether a login context was
/// logged off: no request with one would come further.
struct DatastoreThatIsDown: DatastoreService {
  private let problem = Problem(title: "Service Unavailable", status: 503)

  func authenticate(
    _ credential: DatastoreCredential, for operation: DatastoreOperation
  ) async throws {}

  func readObject(_ input: ReadObject.Input) async throws -> ReadObject.Output {
    guard input.objtype == .session else { return .serviceUnavailable(problem, retryAfter: 1) }
    let metadata = ResponseMetadata(
      httpHeaders: [:], httpStatusCode: 200, requestID: "", retryAttempts: 0)
    return .ok(ReadResult(count: 0, items: [], responseMetadata: metadata, scannedCount: 0))
  }

  func listObjects(_ input: ListObjects.Input) async throws -> ListObjects.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func writeObject(_ input: WriteObject.Input) async throws -> WriteObject.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func updateObject(_ input: UpdateObject.Input) async throws -> UpdateObject.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func deleteObject(_ input: DeleteObject.Input) async throws -> DeleteObject.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func loadObject(_ input: LoadObject.Input, as principal: Void) async throws -> LoadObject.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func getHealth() async throws -> GetHealth.Output { .ok(Health(status: .ok)) }

  func getReadiness() async throws -> GetReadiness.Output {
    .serviceUnavailable(problem, retryAfter: 1)
  }

  func getIndex() async throws -> GetIndex.Output { .ok("") }
}
