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

/// User and Music, each between its generated server and client, over a Datastore behind a transport.
private struct ServicesOver {
  let sessions: Sessions
  let user: UserClient
  let music: MusicClient

  init(_ transport: any ClientTransport) {
    let datastore = DatastoreClient(baseURL: "http://datastore", transport: transport)
    sessions = Sessions(
      issuer: TokenIssuer(name: "test", key: .random()), datastore: datastore,
      lifetimeSeconds: 60, now: { 1_600_000_000 })
    let users = UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions)
    user = UserClient(
      baseURL: "http://user", transport: InProcessTransport(UserServer(users)))
    let songs = MusicHandlers(songs: SongShelf(datastore: datastore), sessions: sessions)
    music = MusicClient(
      baseURL: "http://music", transport: InProcessTransport(MusicServer(songs)))
  }
}

/// What is said to every request, whatever it asks.
private struct FixedAnswer: ClientTransport {
  let statusCode: Int
  let mediaType: String
  let text: String

  func send(_ request: ClientRequest) async throws(TransportError) -> ClientResponse {
    ClientResponse(
      status: .init(code: statusCode), headerFields: [.contentType: mediaType],
      body: Array(text.utf8))
  }
}

/// Each service's handlers between its generated server and client, over a Datastore that says 503.
@Suite("A Datastore that is down")
struct UnavailableTests {
  private let token: String
  private let user: UserClient
  private let music: MusicClient

  init() throws {
    let services = ServicesOver(InProcessTransport(DatastoreServer(DatastoreThatIsDown())))
    (user, music) = (services.user, services.music)
    token = try services.sessions.open(for: "u")
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
  @Test("makes a service answer 503", arguments: [429, 502, 503, 504])
  func unavailable(statusCode: Int) async throws {
    let services = ServicesOver(
      FixedAnswer(statusCode: statusCode, mediaType: "text/html", text: "<html>"))
    let token = try services.sessions.open(for: "u")
    let login = try await services.user.login(.init(body: LoginRequest(uid: "u")))
    let logoff = try await services.user.logoff(.init(body: LogoffRequest(jwt: token)))
    #expect(login.status == 503)
    #expect(logoff.status == 503)
  }
}

/// Each service's question whether it is ready, to a Datastore whose answers make no sense.
@Suite("A Datastore that answers nonsense")
struct NonsenseTests {
  @Test("makes a service not ready, which is 503", arguments: [200, 404, 500])
  func notReady(statusCode: Int) async throws {
    let services = ServicesOver(
      FixedAnswer(statusCode: statusCode, mediaType: "application/json", text: "nonsense"))
    let statuses = try await [
      services.user.getReadiness().status, services.music.getReadiness().status,
    ]
    #expect(statuses == [503, 503])
  }
}
