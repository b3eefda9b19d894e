import Foundation

/// The package's own Swift files, found from where this file stands.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below `folder`, less the checked-in copies of generated code.
  static func files(below folder: String) -> [SwiftFile] {
    let start = root.appending(path: folder)
    let paths = FileManager.default.enumerator(
      at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return (paths?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" && !$0.pathComponents.contains("Snapshot") }
      .sorted { $0.path < $1.path }
      .compactMap(SwiftFile.init)
  }

  static var all: [SwiftFile] {
    ["Sources", "Tests", "Plugins", "Examples"].flatMap(files)
  }
}

/// One Swift file as lines.
struct SwiftFile: CustomStringConvertible {
  let path: String
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  init?(_ url: URL) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    let path = url.path.replacingOccurrences(of: SourceTree.root.path + "/", with: "")
    self.init(path: path, text: text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }

  var description: String { path }

  /// The modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      line.wholeMatch(
        of:
          /(?:@\w+(?:\(\w+\))? )*(?:(?:public|package|internal|private) )?import (?:(?:struct|enum|class|func|protocol|typealias) )?(\w+).*/
      )
      .map { String($0.1) }
    }
  }
}
