import Foundation
import Testing

/// What `accord postman` writes for contracts of `Tests/Fixtures/postman/contracts`.
struct PostmanExport {
  struct Item {
    /// The folder's name and the request's, with a slash between.
    let name: String
    let request: [String: Any]
    let examples: [[String: Any]]
    /// The scripts as text.
    let before: String
    let test: String

    /// All of it, as one text.
    var shown: String {
      let parts = [name, request, examples, before, test] as [Any]
      let data = try? JSONSerialization.data(withJSONObject: parts, options: .sortedKeys)
      return data.map { String(decoding: $0, as: UTF8.self) } ?? name
    }

    var url: [String: Any] { request["url"] as? [String: Any] ?? [:] }
    var body: String { (request["body"] as? [String: Any])?["raw"] as? String ?? "" }

    /// The value of the parameter that is a segment of the path.
    func variable(_ name: String) -> String? { entry(name)["value"] as? String }

    func described(_ name: String) -> String { entry(name)["description"] as? String ?? "" }

    private func entry(_ name: String) -> [String: Any] {
      (url["variable"] as? [[String: Any]])?.first { $0["key"] as? String == name } ?? [:]
    }

    func header(_ name: String) -> String? { Self.header(name, of: request) }

    func exampleHeader(_ name: String, of example: String) -> String? {
      self.example(example).flatMap { Self.header(name, of: $0) }
    }

    func example(_ name: String) -> [String: Any]? {
      examples.first { $0["name"] as? String == name }
    }

    static func header(_ name: String, of message: [String: Any]) -> String? {
      (message["header"] as? [[String: Any]])?.first { $0["key"] as? String == name }?["value"]
        as? String
    }
  }

  /// By their names.
  let files: [String: Data]

  init(_ contracts: String...) throws {
    try self.init(paths: contracts.map { "Tests/Fixtures/postman/contracts/\($0).yaml" }, in: root)
  }

  /// Of a contract that is given as text and called `name`.
  init(text: String, name: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "accord-contract-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(
      to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
    try self.init(paths: ["\(name).yaml"], in: folder)
  }

  private init(paths: [String], in current: URL) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "accord-postman-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Outcome.of(["postman"] + paths + ["--output", folder.path], in: current)
    try #require(outcome.status == 0, "\(outcome.errors)")
    files = try contents(of: folder)
  }

  /// The requests of a collection in their order.
  func items(_ name: String) throws -> [Item] {
    let folders = try #require(try json("\(name).postman_collection.json")["item"] as? [Any])
    return folders.compactMap { $0 as? [String: Any] }.flatMap { folder in
      (folder["item"] as? [[String: Any]] ?? []).map {
        Self.item($0, in: folder["name"] as? String ?? "")
      }
    }
  }

  func item(_ name: String, of collection: String) throws -> Item {
    try #require(try items(collection).first { $0.name == name }, "there is no '\(name)'")
  }

  /// The values of an environment, by the URL's part of the file's name.
  func environment(_ collection: String, _ name: String) throws -> [String: String] {
    let environment = try json("\(collection).\(name).postman_environment.json")
    let values = try #require(environment["values"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: values.map {
        ($0["key"] as? String ?? "", $0["value"] as? String ?? "")
      })
  }

  /// The collection's variables by their names.
  func variables(of name: String) throws -> [String: (value: String, description: String)] {
    let entries = try json("\(name).postman_collection.json")["variable"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        let text = { (key: String) in entry[key] as? String ?? "" }
        return (text("key"), (text("value"), text("description")))
      })
  }

  func json(_ file: String) throws -> [String: Any] {
    let data = try #require(files[file], "there are \(files.keys.sorted())")
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func item(_ json: [String: Any], in folder: String) -> Item {
    func script(_ listen: String) -> String {
      let events = json["event"] as? [[String: Any]] ?? []
      let event = events.first { $0["listen"] as? String == listen }
      let lines = (event?["script"] as? [String: Any])?["exec"] as? [String] ?? []
      return lines.joined(separator: "\n")
    }
    return Item(
      name: "\(folder)/\(json["name"] as? String ?? "")",
      request: json["request"] as? [String: Any] ?? [:],
      examples: json["response"] as? [[String: Any]] ?? [],
      before: script("prerequest"), test: script("test"))
  }
}
