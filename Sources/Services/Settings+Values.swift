import Logging
import Tokens

extension Settings {
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
    guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
      throw SettingsError("--datastore-url takes an http or https URL, not '\(text)'")
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
    switch host {
    case "0.0.0.0", "::": "http://127.0.0.1:\(datastorePort)"
    case _ where host.contains(":"): "http://[\(host)]:\(datastorePort)"
    default: "http://\(host):\(datastorePort)"
    }
  }

  /// User and Music have to know Datastore's port before it listens.
  func checkDatastoreCanBeFound() throws(SettingsError) {
    guard selection != .datastore, datastoreURL == nil, datastorePort == 0 else { return }
    throw SettingsError("--datastore-port 0 goes with --datastore-url, or else nobody can find it")
  }
}
