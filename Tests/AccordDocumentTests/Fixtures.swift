import AccordDocument
import AccordYAML
import Foundation

enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The folders in a folder of fixtures, in order.
  static func names(in name: String) -> [String] {
    let path = folder.appending(path: name).path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What the compiler says about a contract; empty when it accepts it.
  static func diagnostics(of path: String, in folder: URL) -> String {
    do {
      _ = try ValidatedDocument(loading: path, reading: reader(in: folder))
      return ""
    } catch {
      return error.description
    }
  }

  static func reader(in folder: URL) -> DocumentLoader.ReadFile {
    { path throws(UnreadableFile) in
      guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
        throw UnreadableFile(reason: "no such file")
      }
      return Array(data)
    }
  }

  /// A contract from texts, the first of which is the root.
  static func set(_ files: KeyValuePairs<String, String>) throws(Diagnostics) -> DocumentSet {
    try DocumentLoader.load(files[0].key, reading: reader(of: files))
  }

  static func validated(
    _ files: KeyValuePairs<String, String>
  ) throws(Diagnostics) -> ValidatedDocument {
    try ValidatedDocument(loading: files[0].key, reading: reader(of: files))
  }

  private static func reader(of files: KeyValuePairs<String, String>) -> DocumentLoader.ReadFile {
    { path throws(UnreadableFile) in
      guard let file = files.first(where: { $0.key == path }) else {
        throw UnreadableFile(reason: "no such file")
      }
      return Array(file.value.utf8)
    }
  }
}
