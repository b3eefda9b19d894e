import AccordRuntime
import DatastoreAPI
import DatastoreAccess
import DatastoreHandling
import MusicAPI
import MusicHandling
import Store
import Testing
import Tokens
import UserAPI
import UserHandling

/// User and Music over a Datastore with objects from before an attribute was required.
@Suite("An object that lacks an attribute")
struct IncompleteObjectTests {
  private let users: UserHandlers
  private let songs: MusicHandlers
  private let store: MemoryStore
  private let principal: TokenClaims

  init() throws {
    store = try MemoryStore(tables: DatastoreTables.all)
    let handlers = DatastoreHandlers(store: store, loader: LoaderAccount(password: nil))
    let datastore = DatastoreClient(
      baseURL: "http://datastore", transport: InProcessTransport(DatastoreServer(handlers)))
    let issuer = TokenIssuer(name: "test", key: .random())
    let sessions = Sessions(
      issuer: issuer, datastore: datastore, lifetimeSeconds: 60, now: { 1_600_000_000 })
    principal = issuer.claims(for: "u", now: 1_600_000_000, lifetimeSeconds: 60)
    users = UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions)
    songs = MusicHandlers(songs: SongShelf(datastore: datastore), sessions: sessions)
  }

  @Test("is an error that names table, object and attribute, not a user who is absent")
  func user() async throws {
    try await store.put(["email": "a@b.org", "fname": "A"], key: "u", in: UserObject.table)
    await expectIncomplete("object 'u' of the table 'User' has no 'lname', which is required") {
      _ = try await users.getUser(.init(userID: "u"), as: principal)
    }
  }

  @Test("is an error in a list too, where it must not be passed over")
  func list() async throws {
    try await store.put(["Artist": "A", "SongTitle": "B"], key: "l", in: MusicObject.table)
    try await store.put(["Artist": "A"], key: "m", in: MusicObject.table)
    let reason = "object 'm' of the table 'Music' has no 'SongTitle', which is required"
    await expectIncomplete(reason) {
      _ = try await songs.listMusic(.init(), as: principal)
    }
    await expectIncomplete(reason) {
      _ = try await songs.getMusic(.init(musicID: "m"), as: principal)
    }
  }

  @Test("leaves its user able to log in, and to set what is missing")
  func mending() async throws {
    try await store.put(["email": "a@b.org", "fname": "A"], key: "u", in: UserObject.table)
    guard case .ok = try await users.login(.init(body: LoginRequest(uid: "u"))) else {
      Issue.record("cannot log in")
      return
    }
    let update = UserUpdate.lowercase(.init(lname: "B"))
    _ = try await users.updateUser(.init(userID: "u", body: update), as: principal)
    guard case .ok(let user) = try await users.getUser(.init(userID: "u"), as: principal) else {
      Issue.record("cannot be read")
      return
    }
    #expect(user.lname == "B")
  }

  private func expectIncomplete(
    _ description: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> Void
  ) async {
    do {
      try await body()
      Issue.record("was answered", sourceLocation: sourceLocation)
    } catch {
      #expect("\(error)" == description, sourceLocation: sourceLocation)
    }
  }
}
