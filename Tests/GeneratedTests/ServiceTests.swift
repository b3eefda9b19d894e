import AccordRuntime
import DatastoreAPI
import Testing
import UserAPI

/// Keeps one user; what a test does not call fails.
private struct OneUser: UserService {
  struct Unused: Error {}

  func authenticate(
    _ credential: UserCredential, for operation: UserOperation
  ) async throws -> String {
    guard case .loginContext("token") = credential else {
      throw AuthenticationError.unauthenticated()
    }
    return "holmes"
  }

  func createUser(_ input: CreateUser.Input) async throws -> CreateUser.Output {
    .created(CreatedUser(userID: "id-1", uid: "id-1"), location: "/api/v1/user/id-1")
  }

  func getUser(_ input: GetUser.Input, as principal: String) async throws -> GetUser.Output {
    guard input.userID == "id-1" else { return .notFound(.init(title: "None", status: 404)) }
    let email = "\(principal)@x.org"
    return .ok(
      User(
        userID: "id-1", email: email, fname: "\"", lname: "\\(", lowercaseEmail: email,
        lowercaseFname: "\"", lowercaseLname: "\\("))
  }

  func login(_ input: Login.Input) async throws -> Login.Output { throw Unused() }
  func logoff(_ input: Logoff.Input) async throws -> Logoff.Output { throw Unused() }
  func updateUser(
    _ input: UpdateUser.Input, as principal: String
  ) async throws -> UpdateUser.Output { throw Unused() }
  func deleteUser(
    _ input: DeleteUser.Input, as principal: String
  ) async throws -> DeleteUser.Output { throw Unused() }
  func getHealth() async throws -> UserAPI.GetHealth.Output { .ok(.init(status: .ok)) }
  func getReadiness() async throws -> UserAPI.GetReadiness.Output { throw Unused() }
  func getIndex() async throws -> UserAPI.GetIndex.Output { .ok("<!doctype html>") }
}

/// Answers whatever is read with one object that has the key asked for.
private struct AnyObject: DatastoreService {
  struct Unused: Error {}

  func authenticate(
    _ credential: DatastoreCredential, for operation: DatastoreOperation
  ) async throws { throw AuthenticationError.unauthenticated() }

  func readObject(_ input: ReadObject.Input) async throws -> ReadObject.Output {
    let metadata = DatastoreAPI.ResponseMetadata(
      httpHeaders: ["content-type": "x"], httpStatusCode: 200, requestID: "r", retryAttempts: 0)
    return .ok(
      ReadResult(
        count: 1, items: [Item(userID: input.objkey, email: "a@b")], responseMetadata: metadata,
        scannedCount: 1))
  }

  func listObjects(_ input: ListObjects.Input) async throws -> ListObjects.Output { throw Unused() }
  func writeObject(_ input: WriteObject.Input) async throws -> WriteObject.Output { throw Unused() }
  func updateObject(_ input: UpdateObject.Input) async throws -> UpdateObject.Output {
    throw Unused()
  }
  func deleteObject(_ input: DeleteObject.Input) async throws -> DeleteObject.Output {
    throw Unused()
  }
  func loadObject(
    _ input: LoadObject.Input, as principal: Void
  ) async throws -> LoadObject.Output { throw Unused() }
  func getHealth() async throws -> DatastoreAPI.GetHealth.Output { .ok(.init(status: .ok)) }
  func getReadiness() async throws -> DatastoreAPI.GetReadiness.Output { throw Unused() }
  func getIndex() async throws -> DatastoreAPI.GetIndex.Output { throw Unused() }
}

@Suite("The services' contracts in one process") struct ServiceTests {
  private let user = UserClient(
    baseURL: "http://user.test", transport: InProcessTransport(UserServer(OneUser())))
  private let datastore = DatastoreClient(
    baseURL: "http://datastore.test", transport: InProcessTransport(DatastoreServer(AnyObject())))

  @Test("a user is created and read by one who proves a login")
  func user() async throws {
    let body = NewUser.lowercase(.init(email: "a@b.org", fname: "Sherlock", lname: "Holmes"))
    guard case .created(let created, let location) = try await user.createUser(.init(body: body))
    else {
      Issue.record("not created")
      return
    }
    #expect(created.userID == created.uid && location == "/api/v1/user/id-1")
    let read = try await user.getUser(.init(userID: "id-1"), as: .loginContext(token: "token")).ok
    #expect(read.email == "holmes@x.org" && read.fname == "\"" && read.lname == "\\(")
  }

  @Test("a wrong login is 401, a wrong identifier 404, and a service's failure 500")
  func refusals() async throws {
    let stranger = try await user.getUser(
      .init(userID: "id-1"), as: .loginContext(token: "other"))
    guard case .unauthorized(let problem, let scheme) = stranger else {
      Issue.record("\(stranger)")
      return
    }
    #expect(problem.status == 401 && scheme.hasPrefix("Bearer realm=\"User\""))
    let known = UserCredential.loginContext(token: "token")
    guard case .notFound = try await user.getUser(.init(userID: "id-2"), as: known) else {
      Issue.record("not 404")
      return
    }
    guard case .internalServerError = try await user.deleteUser(.init(userID: "id-1"), as: known)
    else {
      Issue.record("not 500")
      return
    }
  }

  @Test("a page for people is text")
  func page() async throws {
    #expect(try await user.getIndex().ok == "<!doctype html>")
  }

  @Test("an object is read from the datastore")
  func object() async throws {
    let result = try await datastore.readObject(.init(objtype: .user, objkey: "k-1")).ok
    #expect(result.items.first?.userID == "k-1" && result.responseMetadata.httpStatusCode == 200)
  }
}
