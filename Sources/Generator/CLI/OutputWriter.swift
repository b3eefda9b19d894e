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
  /// compiled again; removes what an earlier run wrote and is no longer among the files.
  ///
  /// - Parameter subfolders: where files may stand beside the folder itself
  /// - Parameter isOwn: whether whoever asks wrote the file, by its path and text
  func write(
    _ files: [OutputFile], into subfolders: [String], removing isOwn: (OutputFile) -> Bool
  ) throws(OutputFailure) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files { try write(file) }
    } catch {
      throw failure(error)
    }
    let names = Set(files.map(\.path))
    for subfolder in [""] + subfolders {
      try remove(from: subfolder) { !names.contains($0.path) && isOwn($0) }
    }
  }

  /// Writes one file, if it differs from what is there, and leaves its folder as it is otherwise.
  static func put(_ text: String, at path: String) throws(OutputFailure) {
    let url = URL(filePath: path)
    try OutputWriter(folder: url.deletingLastPathComponent().path)
      .add(OutputFile(path: url.lastPathComponent, text: text))
  }

  /// The same within the folder.
  func add(_ file: OutputFile) throws(OutputFailure) {
    do {
      try write(file)
    } catch {
      throw failure(error)
    }
  }

  /// Removes files that stand in the folder itself, or in one that is directly in it, not further
  /// down.
  ///
  /// - Parameter isOwn: whether whoever asks wrote the file, by its path and text
  func remove(
    from subfolder: String = "", where isOwn: (OutputFile) -> Bool
  ) throws(OutputFailure) {
    let start = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
    guard FileManager.default.fileExists(atPath: start.path) else { return }
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: start.path) {
        let url = start.appending(path: name)
        let path = subfolder.isEmpty ? name : "\(subfolder)/\(name)"
        guard let text = try? String(contentsOf: url, encoding: .utf8),
          isOwn(OutputFile(path: path, text: text))
        else { continue }
        try FileManager.default.removeItem(at: url)
      }
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: any Error) -> OutputFailure {
    OutputFailure(description: "cannot write to '\(folder.path)': \(error.localizedDescription)")
  }

  private func write(_ file: OutputFile) throws {
    let url = folder.appending(path: file.path)
    let data = Data(file.text.utf8)
    if let present = try? Data(contentsOf: url), present == data { return }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }
}
