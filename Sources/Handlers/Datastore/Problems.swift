import AccordRuntime
import DatastoreAPI
import Store

extension Problem {
  static func absent(_ key: String) -> Problem {
    Problem(title: "Not Found", status: 404, detail: "There is no object '\(key)'.")
  }

  static func taken(_ key: String) -> Problem {
    Problem(title: "Conflict", status: 409, detail: "There is an object '\(key)' already.")
  }

  static func invalid(_ violations: [DatastoreAPI.Violation]) -> Problem {
    Problem(
      title: "Bad Request", status: 400, detail: "The object does not fit its table.",
      violations: violations)
  }

  static var invalidCursor: Problem {
    Problem(title: "Bad Request", status: 400, detail: "The cursor is not one of this list's.")
  }
}

extension DatastoreAPI.Violation {
  static func missing(_ attribute: String, from type: ObjectType) -> DatastoreAPI.Violation {
    DatastoreAPI.Violation(
      location: .body, pointer: "/\(attribute)",
      message: "is required of a new object of the table '\(type.rawValue)'")
  }

  static func stranger(_ attribute: String, to type: ObjectType) -> DatastoreAPI.Violation {
    DatastoreAPI.Violation(
      location: .body, pointer: "/\(attribute)",
      message: "is not an attribute of the table '\(type.rawValue)'")
  }
}

extension DatastoreHandlers {
  /// Runs a step on the store whose only expected failure is that the store cannot answer.
  func answering<Value>(
    _ step: () async throws(StoreError) -> Value
  ) async throws -> Value {
    do throws(StoreError) {
      return try await step()
    } catch {
      throw unavailable(error)
    }
  }

  /// What is thrown for a failure that has no documented answer of its own. The contract's bounds
  /// are tighter than the store's, so anything but an outage is a fault of ours.
  func unavailable(_ error: StoreError) -> any Error {
    guard case .unavailable = error else { return error }
    return ServiceUnavailable(retryAfter: .seconds(1), cause: error)
  }
}
