import AccordRuntime
public import DatastoreAPI
import DatastoreAccess
import UserAPI

/// The users, kept as objects of Datastore.
public struct UserDirectory: Sendable {
  private let datastore: DatastoreClient

  public init(datastore: DatastoreClient) {
    self.datastore = datastore
  }

  func find(_ id: String) async throws -> User? {
    try await read(id).map { item throws(IncompleteObject) in try User(item) }
  }

  /// Whether there is such a user, complete or not.
  func holds(_ id: String) async throws -> Bool {
    try await read(id) != nil
  }

  private func read(_ id: String) async throws -> Item? {
    try await datastore.reaching {
      try await $0.readObject(.init(objtype: .user, objkey: id))
    }.ok.items.first
  }

  /// The new user's identifier.
  func add(_ user: NewUser) async throws -> String {
    let written = try await datastore.reaching {
      try await $0.writeObject(.init(body: .user(UserWriteRequest(user))))
    }.created
    guard let id = written.userID else { throw IncompleteAnswer("user_id") }
    return id
  }

  /// False when there is no such user.
  func change(_ id: String, to update: UserUpdate) async throws -> Bool {
    let input = UpdateObject.Input(
      objtype: .user, objkey: id, body: .user(UserUpdateRequest(update)))
    switch try await datastore.reaching({ try await $0.updateObject(input) }) {
    case .ok: return true
    case .notFound: return false
    case let other: throw UnexpectedResponse(expected: "ok", other)
    }
  }

  /// Storage's account of it; nil when there is no such user.
  func remove(_ id: String) async throws -> UserAPI.AwsResponse? {
    let input = DeleteObject.Input(objtype: .user, objkey: id)
    switch try await datastore.reaching({ try await $0.deleteObject(input) }) {
    case .ok(let answer): return UserAPI.AwsResponse(answer)
    case .notFound: return nil
    case let other: throw UnexpectedResponse(expected: "ok", other)
    }
  }

  func checkDatastore() async throws {
    try await datastore.checkReadiness()
  }
}
