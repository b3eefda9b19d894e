import Foundation
import Testing

/// Node with Ajv, which runs the scripts of exported collections.
struct Node {
  private let environment: [String: String]

  /// Nil where either is missing.
  static func find() -> Node? {
    var environment = ProcessInfo.processInfo.environment
    // Where Debian puts modules; its own Node looks there anyway, others do not.
    environment["NODE_PATH"] = [environment["NODE_PATH"], "/usr/share/nodejs"]
      .compactMap { $0 }.joined(separator: ":")
    let node = Node(environment: environment)
    return (try? node.run(["-e", "require('ajv')"])) == nil ? nil : node
  }

  static func reportSkip() {
    print("skipped: no Node with Ajv; scripts/install-packages --node installs them")
  }

  /// What it prints; an exit status other than 0 is an error.
  func run(_ words: [String]) throws -> Data {
    try printed(by: URL(filePath: "/usr/bin/env"), ["node"] + words, environment)
  }
}

struct FailedCommand: Error {
  let words: [String]
  let status: Int32
}

private func printed(
  by program: URL, _ words: [String], _ environment: [String: String]? = nil
) throws -> Data {
  let process = Process()
  process.executableURL = program
  process.arguments = words
  process.environment = environment
  process.currentDirectoryURL = packageFolder
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw FailedCommand(words: words, status: process.terminationStatus)
  }
  return data
}

private let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What became of one request of a collection.
struct ReplayedRequest: Decodable {
  struct Test: Decodable {
    let name: String
    let error: String?
  }

  /// The names of the folders around it, with slashes between.
  let folder: String
  let name: String
  let status: Int?
  let tests: [Test]
  /// The URLs of requests that its scripts sent.
  let provided: [String]
  /// What went wrong in its scripts, or in sending it.
  let errors: [String]

  var failures: [String] {
    let failed = tests.compactMap { test in test.error.map { "\(test.name): \($0)" } }
    return (errors + failed).map { "\(folder), \(name): \($0)" }
  }
}

/// The collections of the sample system in a folder, and services to send them to.
struct ExportedCollections {
  let folder: URL
  let node: Node
  let services: ServicesProcess

  /// Gives every variable in a file that keeps them a value that no service knows.
  static func spoil(_ state: URL) throws {
    let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: state))
    let scopes = try #require(object as? [String: [String: String]])
    let stale = scopes.mapValues { $0.mapValues { _ in "stale" } }
    try #require(stale.values.joined().count > 2)
    try JSONEncoder().encode(stale).write(to: state)
  }

  init(in folder: URL, _ node: Node, _ services: ServicesProcess) throws {
    self.folder = folder
    self.node = node
    self.services = services
    let contracts = ["user", "music", "datastore"].map { "spec/\($0).yaml" }
    _ = try printed(
      by: try Child.executable("accord"), ["postman"] + contracts + ["--output", folder.path])
  }

  func file(_ name: String) -> URL { folder.appending(path: "\(name).postman_collection.json") }

  enum Mode: String {
    /// What a request keeps is there for those after it.
    case inOrder = "in order"
    /// Each with variables as at the beginning, as though it were the only one.
    case alone
    /// The same, up to three times until it passes; what became of it the last time.
    case persistent
  }

  /// Sends every request of the collection, in order.
  ///
  /// - Parameter state: a file that keeps variables from replay to replay; without it each starts
  ///   with those of a new export
  func replay(
    _ name: String, _ mode: Mode = .inOrder, keeping state: URL? = nil
  ) throws -> [ReplayedRequest] {
    let environment = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { file in
          file.lastPathComponent.hasPrefix("\(name).")
            && file.lastPathComponent.hasSuffix(".postman_environment.json")
        })
    let variables = try JSONSerialization.data(withJSONObject: variables(for: name))
    let output = try node.run(
      [
        packageFolder.appending(path: "Tests/Fixtures/postman/replay.js").path, file(name).path,
        environment.path, String(decoding: variables, as: UTF8.self), mode.rawValue,
      ] + (state.map { [$0.path] } ?? []))
    return try JSONDecoder().decode([ReplayedRequest].self, from: output)
  }

  /// Where the services are, and what people fill in.
  private func variables(for name: String) -> [String: String] {
    func url(_ port: Int) -> String { "http://127.0.0.1:\(port)" }
    return switch name {
    case "User": ["baseUrl": url(services.userPort)]
    case "Music": ["baseUrl": url(services.musicPort), "userBaseUrl": url(services.userPort)]
    default:
      [
        "baseUrl": url(services.datastorePort), "loaderUsername": "svc-loader",
        "loaderPassword": ServicesProcess.loaderPassword,
      ]
    }
  }
}
