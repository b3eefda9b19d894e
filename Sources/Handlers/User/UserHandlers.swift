import AccordRuntime
public import DatastoreAccess
public import Tokens
public import UserAPI

/// The User service over Datastore.
public struct UserHandlers: UserService {
  let users: UserDirectory
  private let sessions: Sessions

  public init(users: UserDirectory, sessions: Sessions) {
    self.users = users
    self.sessions = sessions
  }

  public func authenticate(
    _ credential: UserCredential, for operation: UserOperation
  ) async throws -> TokenClaims {
    switch credential {
    case .loginContext(let token): try await sessions.claims(of: token)
    }
  }

  public func login(_ input: Login.Input) async throws -> Login.Output {
    guard try await users.holds(input.body.uid) else {
      return .unauthorized(.unknownUser, wwwAuthenticate: challenge)
    }
    return .ok(LoginContext(userContext: try sessions.open(for: input.body.uid)))
  }

  public func logoff(_ input: Logoff.Input) async throws -> Logoff.Output {
    guard try await sessions.close(input.body.jwt) else {
      return .unauthorized(.invalidLoginContext, wwwAuthenticate: challenge)
    }
    return .ok(.ok)
  }

  public func createUser(_ input: CreateUser.Input) async throws -> CreateUser.Output {
    let id = try await users.add(input.body)
    return .created(CreatedUser(userID: id, uid: id), location: "/api/v1/user/\(id)")
  }

  public func getUser(
    _ input: GetUser.Input, as principal: TokenClaims
  ) async throws -> GetUser.Output {
    guard let user = try await users.find(input.userID) else {
      return .notFound(.absent(input.userID))
    }
    return .ok(user)
  }

  public func updateUser(
    _ input: UpdateUser.Input, as principal: TokenClaims
  ) async throws -> UpdateUser.Output {
    guard try await users.change(input.userID, to: input.body) else {
      return .notFound(.absent(input.userID))
    }
    return .ok(.ok)
  }

  public func deleteUser(
    _ input: DeleteUser.Input, as principal: TokenClaims
  ) async throws -> DeleteUser.Output {
    guard let answer = try await users.remove(input.userID) else {
      return .notFound(.absent(input.userID))
    }
    return .ok(answer)
  }

  /// What a login context that is not good is answered with (RFC 6750, section 3).
  private var challenge: String { "Bearer realm=\"User\", error=\"invalid_token\"" }
}
