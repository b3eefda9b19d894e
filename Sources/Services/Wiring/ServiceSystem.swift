import AccordClient
import AccordRuntime
import AccordServer
import DatastoreAPI
import DatastoreAccess
import DatastoreHandling
import Foundation
import Logging
import MusicAPI
import MusicHandling
import ServiceLifecycle
import Store
import Tokens
import UserAPI
import UserHandling

/// The services that the settings ask for, wired together.
struct ServiceSystem {
  /// In the order in which they start; they stop in the opposite one, so that Datastore outlives
  /// those who use it. Those stop together.
  private(set) var services: [any Service] = []
  private let settings: Settings
  private let logger: Logger
  private let transport = CurlTransport()
  private let announcement: Announcement
  private let front: ServicesProgram.Front
  private var store: (any TableStore)?
  /// For each server.
  private let connectionsMax: Int

  init(_ settings: Settings, logger: Logger, front: @escaping ServicesProgram.Front) throws {
    self.settings = settings
    self.logger = logger
    self.front = front
    let names = ServiceName.allCases.filter(settings.runs).map(\.rawValue)
    announcement = Announcement(host: settings.host, names: names)
    connectionsMax = DescriptorLimit.connectionsMax(
      descriptors: DescriptorLimit.raise(), servers: names.count)
    warn()
    if settings.runs(.datastore) { try addDatastore() }
    var callers: [any Service] = []
    if settings.runs(.user) { callers.append(userServer) }
    if settings.runs(.music) { callers.append(musicServer) }
    // A group takes the end of a service for a reason to stop.
    if !callers.isEmpty { services.append(ServicesTogether(services: callers)) }
  }

  /// After the services have stopped.
  func close() async {
    await store?.close()
    await transport.shutdown()
  }

  private func warn() {
    if settings.signingKeyIsRandom, settings.selection != .datastore, settings.selection != .all {
      logger.warning(
        "TOKEN_SECRET is not set: login contexts are good for this process only",
        metadata: ["service": "\(settings.selection.rawValue)"])
    }
  }

  private mutating func addDatastore() throws {
    let store = try settings.store.open(logger: logger)
    self.store = store
    let handlers = DatastoreHandlers(
      store: store, loader: LoaderAccount(password: settings.loaderPassword))
    // Beside the others it stops when their time is over; what it is asked then takes no such time.
    services.append(
      server(
        DatastoreServer(handlers), named: .datastore, port: settings.datastorePort,
        grace: settings.selection == .all ? .seconds(5) : .seconds(20)))
    services.append(ExpirySweep(store: store, tables: DatastoreTables.all, logger: logger))
  }

  private var userServer: HTTPService {
    let handlers = UserHandlers(users: UserDirectory(datastore: datastore), sessions: sessions)
    return server(UserServer(handlers), named: .user, port: settings.userPort)
  }

  private var musicServer: HTTPService {
    let handlers = MusicHandlers(songs: SongShelf(datastore: datastore), sessions: sessions)
    return server(MusicServer(handlers), named: .music, port: settings.musicPort)
  }

  private func server(
    _ service: some Responder, named name: ServiceName, port: Int,
    grace: Duration = .seconds(20)
  ) -> HTTPService {
    var logger = logger
    logger[metadataKey: "service"] = "\(name.rawValue)"
    var configuration = ServerConfiguration(host: settings.host, port: port)
    configuration.shutdownGrace = grace
    configuration.connectionsMax = min(configuration.connectionsMax, connectionsMax)
    let announcement = announcement
    return HTTPService(
      configuration: configuration, responder: front(name, service), logger: logger
    ) { port in
      await announcement.isListening(name.rawValue, on: port)
    }
  }

  /// Two calls, as most requests make, end before a shutdown's grace is over. Removals are not
  /// sent again: who removed an object must not be told that there is none.
  private var datastore: DatastoreClient {
    var policy = RetryPolicy()
    policy.deadline = .seconds(6)
    let retries = RetryMiddleware(policy: policy) { RetryMiddleware.isRepeatable($0.method) }
    return DatastoreClient(
      baseURL: settings.datastoreURL ?? settings.localDatastoreURL,
      transport: transport, middleware: [RequestIDMiddleware(), retries], timeout: .seconds(5))
  }

  private var sessions: Sessions {
    Sessions(
      issuer: TokenIssuer(name: "accord-user", key: settings.signingKey), datastore: datastore,
      lifetimeSeconds: Int64(settings.loginLifetimeSeconds), now: SystemClock.seconds)
  }
}

extension Settings.StoreKind {
  /// The store, and for SQLite the folder of its file.
  func open(logger: Logger) throws(SettingsError) -> any TableStore {
    do {
      switch self {
      case .memory: return try MemoryStore(tables: DatastoreTables.all)
      case .sqlite(let path):
        try Self.makeFolder(of: path)
        let store = try SQLiteStore(path: path, tables: DatastoreTables.all)
        Self.warn(of: store.undeclaredColumns, logger)
        return store
      }
    } catch StoreError.unavailable(let reason) {
      throw SettingsError("--store is refused: \(reason)")
    } catch {
      throw error as? SettingsError ?? SettingsError("--store is refused: \(error)")
    }
  }

  private static func warn(of columns: [UndeclaredColumn], _ logger: Logger) {
    guard !columns.isEmpty else { return }
    let names = columns.map { "\($0.table).\($0.name)" }.joined(separator: ", ")
    logger.warning(
      "the store has columns that the contract does not declare, and leaves them alone: \(names)",
      metadata: ["service": "\(ServiceName.datastore.rawValue)"])
  }

  private static func makeFolder(of path: String) throws(SettingsError) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw SettingsError("--store is refused: cannot make the folder '\(folder.path)'")
    }
  }
}

extension Settings {
  func runs(_ service: ServiceName) -> Bool {
    selection == .all || selection.rawValue == service.rawValue
  }
}
