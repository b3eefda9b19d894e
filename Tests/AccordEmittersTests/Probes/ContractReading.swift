import AccordDocument
import AccordModel
import AccordYAML
import Foundation

/// The package's folder.
private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

extension Contract {
  /// A contract of the package by its path from there.
  static func reading(_ path: String) throws -> Contract {
    let set = try DocumentLoader.load(path) { path throws(UnreadableFile) in
      guard let data = try? Data(contentsOf: root.appending(path: path)) else {
        throw UnreadableFile(reason: "no such file")
      }
      return Array(data)
    }
    return Lowering.lower(try ValidatedDocument(checking: set), named: "api")
  }

  /// A contract of nothing but schemas.
  static func withSchemas(_ schemas: String) throws -> Contract {
    let head =
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
    let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let set = try DocumentLoader.load("api.yaml") { _ in Array((head + indented).utf8) }
    return Lowering.lower(try ValidatedDocument(checking: set), named: "api")
  }
}
