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

    var url: [String: Any] { request["url"] as? [String: Any] ?? [:] }
    var body: String { (request["body"] as? [String: Any])?["raw"] as? String ?? "" }

    /// The value of the parameter that is a segment of the path.
    func variable(_ name: String) -> String? {
      (url["variable"] as? [[String: Any]])?.first { $0["key"] as? String == name }?["value"]
        as? String
    }

    func header(_ name: String) -> String? {
      (request["header"] as? [[String: Any]])?.first { $0["key"] as? String == name }?["value"]
        as? String
    }
  }

  /// By their names.
  let files: [String: Data]

  init(_ contracts: String...) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "accord-postman-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = contracts.map { "Tests/Fixtures/postman/contracts/\($0).yaml" }
    let outcome = try Outcome.of(["postman"] + paths + ["--output", folder.path])
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
