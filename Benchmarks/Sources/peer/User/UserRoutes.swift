import FoundationEssentials
import HTTPTypes
import Hummingbird

/// The User service of spec/user.yaml, in JSON only, on a store in the same process.
struct UserRoutes: Sendable {
  typealias Context = BasicRequestContext

  let store: UserStore
  let tokens: TokenSigner

  func add(to router: Router<Context>) {
    let users = router.group("api/v1/user")
    users.put("login", use: login)
    users.put("logoff", use: logoff)
    users.post(use: create)
    users.group()
      .add(middleware: LoginCheck(store: store, tokens: tokens))
      .get(":user_id", use: user)
      .put(":user_id", use: update)
      .delete(":user_id", use: delete)
  }

  private func login(_ request: Request, _ context: Context) async throws -> LoginContext {
    let login = try await request.decode(as: LoginRequest.self, context: context)
    guard store.user(login.uid) != nil else { throw HTTPError(.unauthorized) }
    let now = Int(Date().timeIntervalSince1970)
    let claims = LoginClaims(
      iss: "user", sub: login.uid, iat: now, exp: now + 3600, jti: newIdentifier())
    return LoginContext(token: try tokens.sign(claims))
  }

  private func logoff(_ request: Request, _ context: Context) async throws -> Acknowledgement {
    let logoff = try await request.decode(as: LogoffRequest.self, context: context)
    guard let claims = try tokens.claims(of: logoff.jwt[...]), store.revoke(claims.jti) else {
      throw HTTPError(.unauthorized)
    }
    return Acknowledgement()
  }

  private func create(
    _ request: Request, _ context: Context
  ) async throws -> EditedResponse<CreatedUser> {
    let new = try await request.decode(as: NewUser.self, context: context)
    try new.validate()
    let id = newIdentifier()
    store.insert(User(id: id, email: new.email, firstName: new.firstName, lastName: new.lastName))
    return EditedResponse(
      status: .created, headers: [.location: "/api/v1/user/\(id)"],
      response: CreatedUser(userID: id, uid: id))
  }

  private func user(_ request: Request, _ context: Context) async throws -> User {
    guard let user = store.user(try identifier(context)) else { throw HTTPError(.notFound) }
    return user
  }

  private func update(_ request: Request, _ context: Context) async throws -> Acknowledgement {
    let id = try identifier(context)
    let change = try await request.decode(as: UserUpdate.self, context: context)
    try change.validate()
    guard store.update(id, with: change) else { throw HTTPError(.notFound) }
    return Acknowledgement()
  }

  private func delete(_ request: Request, _ context: Context) async throws -> Changed {
    guard store.delete(try identifier(context)) else { throw HTTPError(.notFound) }
    return Changed()
  }

  private func identifier(_ context: Context) throws -> String {
    let id = try context.parameters.require("user_id")
    try require(id.isIdentifier, "user_id")
    return id
  }
}

/// A random identifier in the form that the services issue: a UUID in lower case.
func newIdentifier() -> String {
  UUID().uuidString.lowercased()
}
