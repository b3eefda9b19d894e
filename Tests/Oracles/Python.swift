import Foundation

/// A Python that has a module, to judge what Accord makes by a program that shares nothing with it:
/// `ACCORD_PYTHON`, that of the package's virtual environment, or one in `PATH`.
package struct Python: Sendable {
  private let path: String

  /// Nil, with a word on standard output, where no Python has the module.
  package static func find(importing module: String) -> Python? {
    let found = candidates.first { (try? $0.run("import \(module)"))?.status == 0 }
    if found == nil {
      print("skipped: no python3 with \(module); set ACCORD_PYTHON or run `make python`")
    }
    return found
  }

  private static var candidates: [Python] {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["ACCORD_PYTHON"].map { [$0] } ?? []
    let local = package.appending(path: ".venv/bin/python3").path
    let searched = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    return (named + [local] + searched)
      .filter { FileManager.default.isExecutableFile(atPath: $0) }.map { Python(path: $0) }
  }

  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program's exit status, and what it prints; its standard error is dropped.
  package func run(
    _ program: String, _ arguments: [String] = []
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", program] + arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What the program prints, trimmed; an exit status other than 0 is an error.
  package func output(of program: String, _ arguments: [String] = []) throws -> String {
    let (status, text) = try run(program, arguments)
    guard status == 0 else { throw ExitStatus(code: status) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  package struct ExitStatus: Error { package let code: Int32 }
}
