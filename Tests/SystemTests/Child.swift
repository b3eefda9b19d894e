import Foundation

enum ChildError: Error {
  case noExecutable
  case didNotStart(String)
}

/// A run of the executable `services`, its output kept in files.
///
/// `@unchecked Sendable`: `Process` may be asked from any thread, and nothing else changes.
final class Child: @unchecked Sendable {
  private let process = Process()
  private let outputFile: URL
  private let errorFile: URL

  /// - Parameter descriptorsMax: how many files and sockets it may have open; nil for as many as
  ///   this process
  init(
    _ words: [String], environment: [String: String], descriptorsMax: Int? = nil, in folder: URL
  ) throws {
    outputFile = folder.appending(path: "\(UUID().uuidString).out")
    errorFile = folder.appending(path: "\(UUID().uuidString).err")
    for file in [outputFile, errorFile] { try Data().write(to: file) }
    process.executableURL = try Self.executable()
    process.arguments = words
    if let descriptorsMax {
      process.arguments =
        ["-c", "ulimit -n \(descriptorsMax); exec \"$0\" \"$@\"", try Self.executable().path]
        + words
      process.executableURL = URL(filePath: "/bin/sh")
    }
    let kept = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH"].contains($0.key)
    }
    process.environment = kept.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
  }

  var isRunning: Bool { process.isRunning }
  var output: String { (try? String(contentsOf: outputFile, encoding: .utf8)) ?? "" }
  var errors: String { (try? String(contentsOf: errorFile, encoding: .utf8)) ?? "" }

  var identifier: Int32 { process.processIdentifier }

  func signal(_ number: Int32) {
    guard process.isRunning else { return }
    _ = Foundation.kill(process.processIdentifier, number)
  }

  func kill() { signal(SIGKILL) }

  /// The exit status, or nil if a signal ended the process, which happens here if time is up.
  func waitForExit(within seconds: Double) -> Int32? {
    let deadline = Date.now.addingTimeInterval(seconds)
    while process.isRunning, Date.now < deadline { usleep(20_000) }
    kill()
    while process.isRunning { usleep(20_000) }
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// Built beside the test bundle, because the test target depends on it.
  static func executable(_ name: String = "services") throws -> URL {
    let starts = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath)
    for start in starts {
      var folder = URL(filePath: start).deletingLastPathComponent().standardizedFileURL
      while folder.pathComponents.count > 1 {
        let file = folder.appending(path: name)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return file
        }
        folder.deleteLastPathComponent()
      }
    }
    throw ChildError.noExecutable
  }
}
