import Synchronization

/// The users and the revoked login contexts, in memory. A mutex rather than an actor: what it
/// guards takes nanoseconds, and a request then stays on its thread.
final class UserStore: Sendable {
  private struct State {
    var users: [String: User] = [:]
    var revoked: Set<String> = []
  }

  private let state = Mutex(State())

  func insert(_ user: User) {
    state.withLock { $0.users[user.id] = user }
  }

  func user(_ id: String) -> User? {
    state.withLock { $0.users[id] }
  }

  /// False if there is no such user.
  func update(_ id: String, with change: UserUpdate) -> Bool {
    state.withLock { state in
      guard var user = state.users[id] else { return false }
      if let email = change.email { user.email = email }
      if let firstName = change.firstName { user.firstName = firstName }
      if let lastName = change.lastName { user.lastName = lastName }
      state.users[id] = user
      return true
    }
  }

  /// False if there is no such user.
  func delete(_ id: String) -> Bool {
    state.withLock { $0.users.removeValue(forKey: id) != nil }
  }

  /// False if it is revoked already.
  func revoke(_ tokenID: String) -> Bool {
    state.withLock { $0.revoked.insert(tokenID).inserted }
  }

  func isRevoked(_ tokenID: String) -> Bool {
    state.withLock { $0.revoked.contains(tokenID) }
  }
}
