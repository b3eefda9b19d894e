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

  /// Attributes that are all of another table.
  static func strangers(_ item: Store.Item, to type: ObjectType) -> Problem {
    let violations = item.attributes.map { attribute in
      DatastoreAPI.Violation(
        location: .body, pointer: "/\(attribute.name)",
        message: "is not an attribute of the table '\(type.rawValue)'")
    }
    return Problem(
      title: "Conflict", status: 409, detail: "The attributes do not fit the table.",
      violations: violations)
  }

  static var invalidCursor: Problem {
    Problem(title: "Not Found", status: 404, detail: "The cursor is not one of this list's.")
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
