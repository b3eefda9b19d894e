import AccordDocument
import Foundation

/// The contracts on the disk, by their paths as shown to people.
struct ContractFiles {
  /// What shown paths are relative to, without a slash at its end.
  private let root: String

  init(root: String?) {
    let folder = root ?? FileManager.default.currentDirectoryPath
    self.root = URL(filePath: folder).standardizedFileURL.path
  }

  /// Those in the folder of one of them.
  init(besides file: String) {
    root = URL(filePath: file).standardizedFileURL.deletingLastPathComponent().path
  }

  /// The path relative to the root if it is below, so that output never depends on where that is;
  /// else the whole path.
  func shownPath(of path: String) -> String {
    let full = URL(filePath: path).standardizedFileURL.path
    return full.hasPrefix(root + "/") ? String(full.dropFirst(root.count + 1)) : full
  }

  func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
    let full = path.hasPrefix("/") ? path : root + "/" + path
    do {
      return Array(try Data(contentsOf: URL(filePath: full)))
    } catch {
      throw UnreadableFile(reason: Self.reason(error, at: full))
    }
  }

  private static func reason(_ error: any Error, at path: String) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "no such file"
    }
    return isFolder.boolValue ? "it is a folder" : error.localizedDescription
  }
}
