import Crypto
import Hummingbird

// Starts one hand-written server on the loopback interface, until SIGTERM or SIGINT.
//
//     peer user --port N
//     peer datastore --port N --store memory|sqlite:PATH
let options = try Options(Array(CommandLine.arguments.dropFirst()))
let router = Router()
router.get("health") { _, _ in Health(status: "ok") }
switch options.service {
case .user:
  UserRoutes(store: UserStore(), tokens: TokenSigner(key: SymmetricKey(size: .bits256)))
    .add(to: router)
case .datastore(.memory):
  DatastoreRoutes(store: MemoryStore()).add(to: router)
case .datastore(.sqlite(let path)):
  DatastoreRoutes(store: try SQLiteStore(path: path)).add(to: router)
}
let application = Application(
  router: router,
  configuration: .init(address: .hostname("127.0.0.1", port: options.port), serverName: "peer"))
try await application.runService()
