import Foundation
import Testing

@Suite("Version control") struct TrackedFilesTests {
  /// What people write, and what `make generate` does; the rest a build makes anew.
  private static let kinds: Set = [
    "", "c", "gitignore", "h", "js", "json", "lua", "md", "modulemap", "py", "swift",
    "swift-format", "toml", "txt", "yaml", "yml",
  ]

  @Test("holds sources, and nothing that a build makes")
  func sourcesOnly() throws {
    guard let files = try trackedFiles() else {
      print("skipped: this is no clone, so nothing is under version control")
      return
    }
    #expect(files.count > 500, "the files were not found")
    let strangers = files.filter { path in
      let name = path.split(separator: "/").last ?? ""
      let kind = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
      return !Self.kinds.contains(String(kind))
    }
    #expect(strangers == [])
  }

  /// Nil outside of a clone.
  private func trackedFiles() throws -> [String]? {
    guard FileManager.default.fileExists(atPath: SourceTree.root.appending(path: ".git").path)
    else { return nil }
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", SourceTree.root.path, "ls-files"]
    let output = Pipe()
    git.standardOutput = output
    try git.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return text.split(separator: "\n").map(String.init)
  }
}
