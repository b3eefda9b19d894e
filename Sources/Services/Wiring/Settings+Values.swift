import AccordServer
import Logging
import Tokens

extension Settings {
  static func host(_ text: String) throws(SettingsError) -> String {
    guard !text.isEmpty else { throw SettingsError("--host takes an address or a name, not ''") }
    return text
  }

  static func store(_ text: String) throws(SettingsError) -> StoreKind {
    if text == "memory" { return .memory }
    let path = text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : ""
    guard !path.isEmpty else {
      throw SettingsError("--store takes 'memory' or 'sqlite:PATH', not '\(text)'")
    }
    return .sqlite(path: path)
  }

  static func url(_ text: String?) throws(SettingsError) -> String? {
    guard var text, !text.isEmpty else { return nil }
    guard Address.isBaseURL(text) else {
      // What stands before an @ may be a password.
      let shown = text.contains("@") ? "one with a user" : "'\(text)'"
      throw SettingsError(
        "--datastore-url takes an http or https URL of a host, perhaps a port and a path, not "
          + shown)
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  /// A secret that is set and weak is refused; one that is not set is made up for this process.
  static func signingKey(
    _ secret: String?
  ) throws(SettingsError) -> (key: SigningKey, isRandom: Bool) {
    guard let secret else { return (.random(), true) }
    do {
      return (try SigningKey(text: secret), false)
    } catch {
      throw SettingsError("TOKEN_SECRET is refused: \(error)")
    }
  }

  static let loaderPasswordBytesMin = 16

  static func loaderPassword(_ text: String?) throws(SettingsError) -> String? {
    guard let text else { return nil }
    guard text.utf8.count >= loaderPasswordBytesMin else {
      throw SettingsError(
        "LOADER_PASSWORD is refused: it has \(text.utf8.count) bytes and needs at least "
          + "\(loaderPasswordBytesMin)")
    }
    return text
  }

  static func logLevel(_ text: String) throws(SettingsError) -> Logger.Level {
    guard let level = Logger.Level(rawValue: text) else {
      let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError("--log-level takes one of \(names), not '\(text)'")
    }
    return level
  }

  /// Where Datastore listens when nothing says otherwise. An address that stands for all of them
  /// can be listened on but not called.
  var localDatastoreURL: String {
    let callable =
      switch host {
      case "0.0.0.0": "127.0.0.1"
      case "::": "::1"
      default: host
      }
    return ServerConfiguration(host: callable).baseURL(port: datastorePort)
  }

  /// Two services of this process cannot listen on one port.
  func checkPortsDiffer() throws(SettingsError) {
    var owners: [Int: String] = [:]
    let ports = [(ServiceName.user, userPort), (.music, musicPort), (.datastore, datastorePort)]
    for (service, port) in ports where runs(service) && port != 0 {
      let option = "--\(service.rawValue)-port"
      if let other = owners.updateValue(option, forKey: port) {
        throw SettingsError("\(other) and \(option) are both \(port)")
      }
    }
  }

  /// User and Music have to know Datastore's port before it listens.
  func checkDatastoreCanBeFound() throws(SettingsError) {
    guard selection != .datastore, datastoreURL == nil, datastorePort == 0 else { return }
    throw SettingsError("--datastore-port 0 goes with --datastore-url, or else nobody can find it")
  }
}
