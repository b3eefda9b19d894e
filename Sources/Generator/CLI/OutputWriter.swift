import AccordEmitters
import Foundation

/// Why the output could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  let description: String
}

/// Puts files into a folder: the only code that writes to the disk.
struct OutputWriter {
  let folder: URL

  init(folder: String) {
    self.folder = URL(filePath: folder)
  }

  /// Writes what differs from what is there, so that an unchanged file keeps its date and is not
  /// compiled again; removes generated files that are no longer among them.
  func write(_ files: [OutputFile]) throws(OutputFailure) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files { try write(file) }
      try removeStale(besides: Set(files.map(\.path)))
    } catch {
      throw OutputFailure(
        description: "cannot write to '\(folder.path)': \(error.localizedDescription)")
    }
  }

  private func write(_ file: OutputFile) throws {
    let url = folder.appending(path: file.path)
    let data = Data(file.text.utf8)
    if let present = try? Data(contentsOf: url), present == data { return }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }

  /// Only files that say that they are generated are ever removed.
  private func removeStale(besides names: Set<String>) throws {
    let enumerator = FileManager.default.enumerator(atPath: folder.path)
    let present = (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
    for name in present where !names.contains(name) {
      let url = folder.appending(path: name)
      let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      if text.hasPrefix(OutputFile.header) { try FileManager.default.removeItem(at: url) }
    }
  }
}
