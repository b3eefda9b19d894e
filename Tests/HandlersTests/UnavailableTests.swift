import AccordRuntime
import DatastoreAPI
import DatastoreAccess
import HTTPTypes
import MusicAPI
import MusicHandling
import Testing
import Tokens
import UserAPI
import UserHandling

/// Each service's handlers between its generated server and client, over a Datastore that says 503.
@Suite("A Datastore that is down")
struct UnavailableTests {
  private let sessions: Sessions
  private let token: String
  private let user: UserClient
  private let music: MusicClient

  init() throws {
    let datastore = DatastoreClient(
      baseURL: "http://datastore",
      transport: InProcessTransport(DatastoreServer(DatastoreThatIsDown())))
    sessions = Sessions(
      issuer: TokenIssuer(name: "test", key: .random()), datastore: datastore,
      lifetimeSeconds: 60, now: { 1_600_000_000 })
    token = try sessions.open(for: "u")
    let users = UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions)
    user = UserClient(
      baseURL: "http://user", transport: InProcessTransport(UserServer(users)))
    let songs = MusicHandlers(songs: SongShelf(datastore: datastore), sessions: sessions)
    music = MusicClient(
      baseURL: "http://music", transport: InProcessTransport(MusicServer(songs)))
  }

  @Test("makes every operation of User that needs it answer 503")
  func userIsUnavailable() async throws {
    let context = UserCredential.loginContext(token: token)
    let newUser = NewUser.capitalized(.init(email: "a@b", fname: "A", lname: "B"))
    let update = UserUpdate.lowercase(.init(fname: "C"))
    let statuses = try await [
      user.login(.init(body: LoginRequest(uid: "u"))).status,
      user.logoff(.init(body: LogoffRequest(jwt: token))).status,
      user.createUser(.init(body: newUser)).status,
      user.getUser(.init(userID: "u"), as: context).status,
      user.updateUser(.init(userID: "u", body: update), as: context).status,
      user.deleteUser(.init(userID: "u"), as: context).status,
      user.getReadiness().status,
    ]
    #expect(statuses == Array(repeating: 503, count: 7))
  }

  @Test("makes every operation of Music that needs it answer 503")
  func musicIsUnavailable() async throws {
    let context = MusicCredential.loginContext(token: token)
    let song = NewMusic(artist: "A", songTitle: "B")
    let statuses = try await [
      music.createMusic(.init(body: song), as: context).status,
      music.getMusic(.init(musicID: "m"), as: context).status,
      music.listMusic(.init(), as: context).status,
      music.deleteMusic(.init(musicID: "m"), as: context).status,
      music.getReadiness().status,
    ]
    #expect(statuses == Array(repeating: 503, count: 5))
  }
}

/// What a proxy in front of Datastore says when Datastore does not answer it.
@Suite("A proxy that says 'not now'")
struct ProxyTests {
  private struct Proxy: ClientTransport {
    let statusCode: Int

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
      ClientResponse(
        status: .init(code: statusCode), headerFields: [.contentType: "text/html"],
        body: Array("<html>".utf8))
    }
  }

  @Test("makes a service answer 503", arguments: [429, 502, 503, 504])
  func unavailable(statusCode: Int) async throws {
    let datastore = DatastoreClient(
      baseURL: "http://datastore", transport: Proxy(statusCode: statusCode))
    let sessions = Sessions(
      issuer: TokenIssuer(name: "test", key: .random()), datastore: datastore,
      lifetimeSeconds: 60, now: { 1_600_000_000 })
    let users = UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions)
    let user = UserClient(
      baseURL: "http://user", transport: InProcessTransport(UserServer(users)))
    let token = try sessions.open(for: "u")
    #expect(try await user.login(.init(body: LoginRequest(uid: "u"))).status == 503)
    #expect(try await user.logoff(.init(body: LogoffRequest(jwt: token))).status == 503)
  }
}

/// Each service's question whether it is ready, to a Datastore whose answers make no sense.
@Suite("A Datastore that answers nonsense")
struct NonsenseTests {
  private struct Nonsense: ClientTransport {
    let statusCode: Int

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
      ClientResponse(
        status: .init(code: statusCode), headerFields: [.contentType: "application/json"],
        body: Array("nonsense".utf8))
    }
  }

  @Test("makes a service not ready, which is 503", arguments: [200, 404, 500])
  func notReady(statusCode: Int) async throws {
    let datastore = DatastoreClient(
      baseURL: "http://datastore", transport: Nonsense(statusCode: statusCode))
    let sessions = Sessions(
      issuer: TokenIssuer(name: "test", key: .random()), datastore: datastore,
      lifetimeSeconds: 60, now: { 1_600_000_000 })
    let user = UserServer(
      UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions))
    let music = MusicServer(
      MusicHandlers(songs: SongShelf(datastore: datastore), sessions: sessions))
    let statuses = try await [
      UserClient(baseURL: "http://user", transport: InProcessTransport(user))
        .getReadiness().status,
      MusicClient(baseURL: "http://music", transport: InProcessTransport(music))
        .getReadiness().status,
    ]
    #expect(statuses == [503, 503])
  }
}
