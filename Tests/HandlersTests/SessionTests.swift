import AccordRuntime
import DatastoreAPI
import DatastoreAccess
import DatastoreHandling
import Store
import Testing
import Tokens

@Suite("Login contexts that are logged off")
struct SessionTests {
  private static let now: Int64 = 1_600_000_000
  private let issuer = TokenIssuer(name: "test", key: .random())

  /// Login contexts good for a minute, in a service whose clock says `now` and over a Datastore
  /// whose clock is ahead by some seconds.
  private func sessions(datastoreAheadBy seconds: Int64 = 0) throws -> Sessions {
    let store = try MemoryStore(tables: DatastoreTables.all, now: { Self.now + seconds })
    let handlers = DatastoreHandlers(store: store, loader: LoaderAccount(password: nil))
    let datastore = DatastoreClient(
      baseURL: "http://datastore", transport: InProcessTransport(DatastoreServer(handlers)))
    return Sessions(issuer: issuer, datastore: datastore, lifetimeSeconds: 60, now: { Self.now })
  }

  @Test(
    "stay so while a service takes them as good, also where Datastore's clock is ahead",
    arguments: [0, 59, 60, 359])
  func clocks(seconds: Int64) async throws {
    let sessions = try sessions(datastoreAheadBy: seconds)
    let token = try sessions.open(for: "u")
    #expect(try await sessions.close(token))
    await #expect(throws: AuthenticationError.self) { try await sessions.claims(of: token) }
    #expect(try await !sessions.close(token))
  }

  @Test(
    "are none of ours where no login had such an identifier, whoever signed them",
    arguments: ["", "../x", "a b", String(repeating: "a", count: 129)])
  func foreignIdentifiers(id: String) async throws {
    let sessions = try sessions()
    let claims = TokenClaims(
      issuer: "test", subject: "u", issuedAt: Self.now, expiresAt: Self.now + 60, id: id)
    let token = try issuer.sign(claims)
    await #expect(throws: AuthenticationError.self) { try await sessions.claims(of: token) }
    #expect(try await !sessions.close(token))
  }

  @Test("are none of ours where their subject or their end is beyond what Datastore keeps")
  func foreignClaims() async throws {
    let sessions = try sessions()
    for (subject, end) in [("a b", Self.now + 60), ("u", Int64.max), ("u", 253_402_300_800)] {
      let claims = TokenClaims(
        issuer: "test", subject: subject, issuedAt: Self.now, expiresAt: end, id: "i")
      #expect(try await !sessions.close(issuer.sign(claims)))
    }
  }
}
