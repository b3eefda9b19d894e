import Configuration
import Logging
import Tokens

/// The services, in the order in which people are shown them.
package enum ServiceName: String, CaseIterable, Sendable {
  case user, music, datastore
}

/// What the command line and the environment ask for; the command line goes first.
struct Settings: Sendable {
  enum Selection: String, CaseIterable {
    case user, music, datastore, all
  }

  enum StoreKind: Equatable {
    case memory
    case sqlite(path: String)
  }

  var selection: Selection
  var host: String
  /// 0 asks the system for a free port.
  var userPort: Int
  var musicPort: Int
  var datastorePort: Int
  var store: StoreKind
  /// Where User and Music find Datastore; nil for `datastorePort` of this host, whichever process
  /// listens there.
  var datastoreURL: String?
  /// Signs login contexts.
  var signingKey: SigningKey
  /// Whether the key is this process's own, so that its login contexts end with it.
  var signingKeyIsRandom: Bool
  /// What `load` asks for; nil refuses every load.
  var loaderPassword: String?
  var loginLifetimeSeconds: Int
  var logLevel: Logger.Level

  init(arguments: [String], environment: [String: String]) throws(SettingsError) {
    let line = try CommandLineWords(arguments)
    let reader = ConfigReader(providers: [
      CommandLineArgumentsProvider(arguments: line.options),
      EnvironmentVariablesProvider(
        environmentVariables: environment.filter { !$0.value.isEmpty },
        secretsSpecifier: .specific(["TOKEN_SECRET", "LOADER_PASSWORD"])),
    ])
    selection = line.selection
    host = try Self.host(reader.string(forKey: "host", default: "127.0.0.1"))
    userPort = try reader.integer("user.port", default: 30000, in: 0...65535)
    musicPort = try reader.integer("music.port", default: 30001, in: 0...65535)
    datastorePort = try reader.integer("datastore.port", default: 30002, in: 0...65535)
    store = try Self.store(reader.string(forKey: "store", default: "memory"))
    datastoreURL = try Self.url(reader.string(forKey: "datastore.url"))
    (signingKey, signingKeyIsRandom) = try Self.signingKey(environment["TOKEN_SECRET"])
    loaderPassword = try Self.loaderPassword(environment["LOADER_PASSWORD"])
    loginLifetimeSeconds = try reader.integer(
      "login.lifetime.seconds", default: 86_400, in: 1...31_536_000)
    logLevel = try Self.logLevel(reader.string(forKey: "log.level", default: "info"))
    try checkPortsDiffer()
    try checkDatastoreCanBeFound()
  }
}

/// Why the services cannot start as they are asked to.
struct SettingsError: Error, CustomStringConvertible, Equatable {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension ConfigReader {
  fileprivate func integer(
    _ key: ConfigKey, default fallback: Int, in range: ClosedRange<Int>
  ) throws(SettingsError) -> Int {
    guard let text = string(forKey: key) else { return fallback }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text),
      range.contains(value)
    else {
      let name = key.components.joined(separator: "-")
      throw SettingsError(
        "--\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(text)'")
    }
    return value
  }
}
