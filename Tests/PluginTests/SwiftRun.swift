import Foundation

/// What a run of SwiftPM said.
struct SwiftRun {
  let status: Int32
  let output: String

  var isComplete: Bool { status == 0 }

  /// Whether anything was compiled or linked, or a contract was.
  var hadWork: Bool {
    ["Compiling ", "Linking ", "Accord: compile "].contains { output.contains($0) }
  }

  /// Whether a Swift file of a module was compiled.
  func compiled(_ module: String) -> Bool {
    output.contains("Compiling \(module) ") || output.contains("Emitting module \(module)\n")
  }

  /// The lines that report errors of the contract, each once.
  var contractErrors: [String] {
    var seen: Set<String> = []
    return output.split(separator: "\n").map(String.init)
      .filter { $0.contains("openapi.yaml:") && seen.insert($0).inserted }
  }
}

extension SwiftRun {
  /// Runs `swift`, ended after ten minutes.
  ///
  /// It has an environment of its own: the settings of the build that runs this test are none of an
  /// outsider's. It gives way to other tests, some of which measure time.
  ///
  /// SwiftPM itself has been seen to end by a signal, within Dispatch. That says nothing of Accord,
  /// so it is run once more; a status other than 0 is never tried again.
  static func of(_ arguments: [String]) async throws -> SwiftRun {
    let log = FileManager.default.temporaryDirectory
      .appending(path: "accord-swift-\(UUID().uuidString).log")
    defer { try? FileManager.default.removeItem(at: log) }
    for _ in 0..<2 {
      let process = try process(arguments, log: log)
      let isInTime = try await process.runToEnd(within: .seconds(600))
      let output = try String(contentsOf: log, encoding: .utf8)
      let run = SwiftRun(status: process.terminationStatus, output: output)
      if !isInTime || !process.wasEndedBySignal { return run }
      print("swift \(arguments[0]) was ended by signal \(run.status):\n\(output)")
    }
    throw Crashed()
  }

  private struct Crashed: Error, CustomStringConvertible {
    let description = "SwiftPM was ended by a signal twice"
  }

  private static func process(_ arguments: [String], log: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["nice", "-n", "19", "swift"] + arguments
    process.currentDirectoryURL = FileManager.default.temporaryDirectory
    process.environment = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR", "LANG", "DEVELOPER_DIR", "TOOLCHAINS"].contains($0.key)
    }
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    return process
  }
}

extension Process {
  /// By itself, or what it ran for us: a shell tells of a signal by a status above 128.
  fileprivate var wasEndedBySignal: Bool {
    terminationReason == .uncaughtSignal || terminationStatus > 128
  }

  /// Runs without holding a thread of the concurrency pool, which other tests need.
  ///
  /// - Returns: whether it ended by itself
  fileprivate func runToEnd(within limit: Duration) async throws -> Bool {
    let (end, ended) = AsyncStream<Void>.makeStream()
    terminationHandler = { _ in ended.finish() }
    try run()
    let watch = Task {
      try await Task.sleep(for: limit)
      terminate()
      return true
    }
    for await _ in end {}
    watch.cancel()
    return (try? await watch.value) != true
  }
}
