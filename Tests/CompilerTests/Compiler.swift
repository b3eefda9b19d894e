import Foundation
import Testing

/// The package's folder.
let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// What a run of the compiler left behind.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String

  /// Built beside the test binary, because the test target depends on it.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "accord")

  /// Runs `accord` with `folder` as the current one.
  static func of(
    _ arguments: [String], in folder: URL = root, with environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes, which a long report would fill while nobody reads.
    let said = ["output", "errors"].map { _ in
      FileManager.default.temporaryDirectory.appending(path: "accord-\(UUID().uuidString)")
    }
    defer { for file in said { try? FileManager.default.removeItem(at: file) } }
    for file in said { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: said[0])
    process.standardError = try FileHandle(forWritingTo: said[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: said[0], encoding: .utf8),
      errors: try String(contentsOf: said[1], encoding: .utf8))
  }
}

/// A folder with a copy of the package's `spec`, for as long as `body` runs.
func withSpec(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "accord-spec-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.copyItem(
    at: root.appending(path: "spec"), to: folder.appending(path: "spec"))
  try body(folder)
}

/// Replaces the only place where `file` says `old`.
func edit(_ file: URL, _ old: String, _ new: String) throws {
  let text = try String(contentsOf: file, encoding: .utf8)
  try #require(text.components(separatedBy: old).count == 2, "one '\(old)' in \(file.path)")
  try text.replacingOccurrences(of: old, with: new)
    .write(to: file, atomically: true, encoding: .utf8)
}

/// The files below a folder by their paths from there.
func contents(of folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
    let file = folder.appending(path: path)
    if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      files[path] = try Data(contentsOf: file)
    }
  }
  return files
}
