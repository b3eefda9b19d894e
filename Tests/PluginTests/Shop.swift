import Foundation
import Testing

/// A package that uses the plugin: a copy of `Tests/Fixtures/plugin` within `.build`, where what
/// its build makes is kept, so that only the first run compiles Accord's compiler.
struct Shop {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private let fixture = root.appending(path: "Tests/Fixtures/plugin")
  private let folder = root.appending(path: ".build/plugin-tests/package")
  private let scratch = root.appending(path: ".build/plugin-tests/scratch")

  /// Whether this run is the first, which has everything to compile.
  private let isNew: Bool

  /// The package as the fixture has it. A file that is so already is left alone: a newer date would
  /// make it look edited.
  init() throws {
    isNew = !FileManager.default.fileExists(atPath: scratch.path)
    for case let path as String in FileManager.default.enumerator(atPath: fixture.path) ?? .init() {
      let source = fixture.appending(path: path)
      if try source.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        try Self.write(Data(contentsOf: source), to: folder.appending(path: path))
      }
    }
    // The versions that Accord itself was built with, which no longer have to be fetched.
    let versions = Self.root.appending(path: "Package.resolved")
    if let pins = try? Data(contentsOf: versions) {
      try Self.write(pins, to: folder.appending(path: "Package.resolved"))
    }
  }

  private static func write(_ data: Data, to file: URL) throws {
    guard (try? Data(contentsOf: file)) != data else { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Replaces the only place where a file says `old`.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.components(separatedBy: old).count == 2, "one '\(old)' in \(path)")
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  /// Makes a file look edited without a change.
  func touch(_ path: String) throws {
    let file = folder.appending(path: path)
    try Data(contentsOf: file).write(to: file)
  }

  /// When each generated file was written.
  func generatedFiles() throws -> [String: Date] {
    let outputs = scratch.appending(path: "plugins/outputs")
    var dates: [String: Date] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: outputs.path) ?? .init()
    where path.hasSuffix(".swift") {
      let values = try outputs.appending(path: path).resourceValues(
        forKeys: [.contentModificationDateKey])
      dates[path] = values.contentModificationDate
    }
    return dates
  }

  /// Builds the package as the fixture has it, after which only edits are left to build.
  ///
  /// SwiftPM links a plugin's tool once more in the first build after the one that compiled it: not
  /// what the tests are about.
  func settle() async throws -> Build {
    let first = try await build(anew: true)
    return isNew ? try await build() : first
  }

  /// Runs `swift build`, ended after ten minutes.
  ///
  /// It has a scratch folder and an environment of its own: the build that runs this test holds the
  /// lock on the other, and its settings are none of an outsider's. It gives way to other tests,
  /// some of which measure time.
  ///
  /// - Parameter anew: Looks for files of Accord that came or went since the last build, which
  ///   SwiftPM does not do by itself in a dependency.
  func build(anew: Bool = false) async throws -> Build {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "nice", "-n", "19", "swift", "build", "--target", "Shop", "--package-path", folder.path,
      "--scratch-path", scratch.path, "--disable-index-store",
    ]
    if anew { process.arguments?.append("--disable-build-manifest-caching") }
    process.environment = ProcessInfo.processInfo.environment.filter {
      ["PATH", "HOME", "TMPDIR", "LANG", "DEVELOPER_DIR", "TOOLCHAINS"].contains($0.key)
    }
    let log = folder.deletingLastPathComponent().appending(path: "build.log")
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    process.standardOutput = output
    process.standardError = output
    try await process.runToEnd(within: .seconds(600))
    return Build(
      status: process.terminationStatus, output: try String(contentsOf: log, encoding: .utf8))
  }
}

/// What a run of `swift build` said.
struct Build {
  let status: Int32
  let output: String

  var isComplete: Bool { status == 0 }

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

extension Process {
  /// Runs without holding a thread of the concurrency pool, which other tests need.
  fileprivate func runToEnd(within limit: Duration) async throws {
    let (end, ended) = AsyncStream<Void>.makeStream()
    terminationHandler = { _ in ended.finish() }
    try run()
    let watch = Task {
      try await Task.sleep(for: limit)
      terminate()
    }
    for await _ in end {}
    watch.cancel()
  }
}
