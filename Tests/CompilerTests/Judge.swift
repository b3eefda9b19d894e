import Foundation

/// cfn-lint in a Python that has it: `ACCORD_PYTHON`, the package's virtual environment, or the
/// system's.
struct Judge {
  private let python: String

  static func find() -> Judge? {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["ACCORD_PYTHON"].map { [$0] } ?? []
    let searched = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    let local = root.appending(path: ".venv/bin/python3").path
    return (named + [local] + searched)
      .filter { FileManager.default.isExecutableFile(atPath: $0) }
      .map(Judge.init)
      .first { (try? $0.run("import cfnlint.runner", []))?.status == 0 }
  }

  static func reportSkip() {
    print("skipped: no python3 with cfn-lint; set ACCORD_PYTHON or install cfn-lint into .venv")
  }

  /// The exit status, not 0 where there is a finding, and a line for each.
  func findings(in template: URL) throws -> (status: Int32, text: String) {
    try run(
      "import sys; from cfnlint.runner import main; sys.exit(main())",
      ["--non-zero-exit-code", "informational", "--format", "parseable", template.path])
  }

  private func run(
    _ program: String, _ arguments: [String]
  ) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
