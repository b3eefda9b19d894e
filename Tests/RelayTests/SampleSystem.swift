import AccordRuntime
import DatastoreAPI
import DatastoreAccess
import DatastoreHandling
import HTTPTypes
import ServiceWiring
import Store
import Tokens
import UserAPI
import UserHandling

@testable import contract_relay

/// User and Datastore on a store in memory. User reaches Datastore through its relay.
struct SampleSystem {
  static let loaderPassword = "a loader's password for tests"

  let user: any Responder
  let datastore: any Responder
  /// A login context that is good.
  let token: String

  init() throws {
    let handlers = DatastoreHandlers(
      store: try MemoryStore(tables: DatastoreTables.all),
      loader: LoaderAccount(password: Self.loaderPassword))
    datastore = DatastoreServer(handlers)
    let client = DatastoreClient(
      baseURL: "http://datastore.test",
      transport: InProcessTransport(relay(to: .datastore, datastore)))
    let sessions = Sessions(
      issuer: TokenIssuer(name: "test", key: .random()), datastore: client,
      lifetimeSeconds: 60, now: { 1_600_000_000 })
    token = try sessions.open(for: "u")
    user = UserServer(UserHandlers(users: UserDirectory(datastore: client), sessions: sessions))
  }
}

/// Another server: answers whatever it is asked with one answer.
actor Canned: Responder {
  private let answer: ServerResponse
  private(set) var requests: [ServerRequest] = []
  /// Of the request that was answered last.
  private(set) var requestID: String?

  init(_ answer: ServerResponse) {
    self.answer = answer
  }

  func respond(to request: ServerRequest) -> ServerResponse {
    requests.append(request)
    requestID = RequestContext.current?.requestID
    return answer
  }
}

extension ServerRequest {
  init(
    _ method: HTTPRequest.Method, _ target: String, _ headerFields: HTTPFields = [:],
    _ body: String = ""
  ) {
    self.init(
      method: method, target: target, headerFields: headerFields, body: Array(body.utf8))
  }
}

extension ServerResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}
