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
    if let reason = Self.reason(against: full) { throw UnreadableFile(reason: reason) }
    guard let data = try? Data(contentsOf: URL(filePath: full)) else {
      let mayRead = FileManager.default.isReadableFile(atPath: full)
      throw UnreadableFile(reason: mayRead ? "the disk failed" : "permission is denied")
    }
    return Array(data)
  }

  /// Why no file can be read there. What is neither a file nor a folder may never end.
  private static func reason(against path: String) -> String? {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    switch attributes?[.type] as? FileAttributeType {
    case nil: return "no such file"
    case .typeRegular?: return nil
    case .typeDirectory?: return "it is a folder"
    default: return "it is no regular file"
    }
  }
}
