import Foundation
import Testing

/// The executable `services`, running.
final class ServicesProcess: Sendable {
  static let tokenSecret = "a secret that is made for these tests only, and long enough"
  static let loaderPassword = "a loader's password for tests"

  let userPort: Int
  let musicPort: Int
  let datastorePort: Int
  private let child: Child

  /// Starts the process and waits until it listens.
  init(_ words: [String], descriptorsMax: Int? = nil, in folder: URL) async throws {
    let ports = try (0..<3).map { _ in try Loopback.freePort() }
    (userPort, musicPort, datastorePort) = (ports[0], ports[1], ports[2])
    child = try Child(
      words + [
        "--user-port", "\(ports[0])", "--music-port", "\(ports[1])",
        "--datastore-port", "\(ports[2])",
      ], environment: ["TOKEN_SECRET": Self.tokenSecret, "LOADER_PASSWORD": Self.loaderPassword],
      descriptorsMax: descriptorsMax, in: folder)
    let child = child
    try await waiting {
      let deadline = Date.now.addingTimeInterval(120)
      while !child.output.contains("Listening:") {
        guard child.isRunning, Date.now < deadline else {
          child.kill()
          throw ChildError.didNotStart(child.errors)
        }
        usleep(20_000)
      }
    }
  }

  /// What the process logged until now.
  var log: String { child.errors }

  var identifier: Int32 { child.identifier }

  func kill() { child.kill() }

  func interrupt() { child.signal(SIGINT) }

  func terminate() { child.signal(SIGTERM) }

  /// The exit status, or nil if a signal ended the process. Kills what does not end in fifteen
  /// seconds, which is less than the time that requests in flight are given.
  func waitForExit() async throws -> Int32? {
    let child = child
    return try await waiting { child.waitForExit(within: 15) }
  }

  func stop() async throws {
    terminate()
    #expect(try await waitForExit() == 0, "\(log)")
  }
}

/// Runs `services all` on a SQLite file of its own while `body` runs.
func withServices(
  _ words: [String]? = nil, _ body: (ServicesProcess) async throws -> Void
) async throws {
  try await withFolder { folder in
    let words = words ?? ["all", "--store", "sqlite:\(folder.path)/store.sqlite"]
    let services = try await ServicesProcess(words, in: folder)
    do {
      try await body(services)
    } catch {
      services.kill()
      throw error
    }
    try await services.stop()
  }
}

/// Makes an empty folder and removes it afterwards.
func withFolder(_ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "accord-system-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder)
}
