import Foundation
import Testing

/// A package that uses the plugins. Most are copies within `.build`, where what their builds make is
/// kept, so that only the first run compiles Accord's compiler.
///
/// They share their scratch folder, so only one of them can be at work at a time.
struct UserPackage {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let scratch = root.appending(path: ".build/plugin-tests/scratch")

  let folder: URL

  /// The smallest package there is: a contract and a handler.
  static func shop() throws -> UserPackage {
    try UserPackage(of: "Tests/Fixtures/plugin", at: ".build/plugin-tests/package")
  }

  /// The example, as deep below Accord as the original is: it names Accord by `../..`.
  static func petstore() throws -> UserPackage {
    try UserPackage(of: "Examples/petstore", at: ".build/petstore")
  }

  /// Accord itself, no copy: nothing may be edited here.
  static let accord = UserPackage(folder: root)

  private init(folder: URL) {
    self.folder = folder
  }

  /// The package as the original has it. A file that is so already is left alone: a newer date would
  /// make it look edited.
  private init(of original: String, at copy: String) throws {
    let original = Self.root.appending(path: original)
    folder = Self.root.appending(path: copy)
    let paths = try Self.paths(below: original)
    for path in paths {
      let data = try Data(contentsOf: original.appending(path: path))
      try Self.write(data, to: folder.appending(path: path))
    }
    for path in try Self.paths(below: folder) where !paths.contains(path) {
      try FileManager.default.removeItem(at: folder.appending(path: path))
    }
    // The versions that Accord itself was built with, which no longer have to be fetched.
    if let pins = try? Data(contentsOf: Self.root.appending(path: "Package.resolved")) {
      try Self.write(pins, to: folder.appending(path: "Package.resolved"))
    }
  }

  /// The files below a folder, less what SwiftPM keeps there for itself.
  private static func paths(below folder: URL) throws -> Set<String> {
    var paths: Set<String> = []
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    for case let file as URL in files ?? .init()
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      paths.insert(String(file.path.dropFirst(folder.path.count + 1)))
    }
    return paths.subtracting(["Package.resolved"])
  }

  private static func write(_ data: Data, to file: URL) throws {
    guard (try? Data(contentsOf: file)) != data else { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

// MARK: Files

extension UserPackage {
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
    let outputs = Self.scratch.appending(path: "plugins/outputs/\(folder.lastPathComponent)")
    var dates: [String: Date] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: outputs.path) ?? .init()
    where path.hasSuffix(".swift") {
      let values = try outputs.appending(path: path).resourceValues(
        forKeys: [.contentModificationDateKey])
      dates[path] = values.contentModificationDate
    }
    return dates
  }

  /// The files that stand in a folder, by name.
  func files(in path: String) throws -> [String: Data] {
    let folder = folder.appending(path: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: folder.appending(path: $1))
    }
  }

  /// Runs `body`, before and after which there are no such folders.
  func withFolders(_ paths: String..., body: () async throws -> Void) async throws {
    let folders = paths.map { folder.appending(path: $0) }
    for folder in folders { try? FileManager.default.removeItem(at: folder) }
    defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
    try await body()
  }
}

// MARK: Runs of SwiftPM

extension UserPackage {
  /// Builds the package as the original has it, after which only edits are left to build.
  ///
  /// SwiftPM links a plugin's tool again in the first build after one that compiled it or that was
  /// for another package: not what the tests are about.
  ///
  /// - Returns: the first build that had nothing to do, or the first that failed
  func settle(_ target: String) async throws -> SwiftRun {
    var build = try await build(target, anew: true)
    for _ in 0..<3 where build.isComplete && build.hadWork {
      build = try await self.build(target)
    }
    return build
  }

  /// - Parameter anew: Looks for files of Accord that came or went since the last build, which
  ///   SwiftPM does not do by itself in a dependency.
  func build(_ target: String, anew: Bool = false) async throws -> SwiftRun {
    try await swift(
      "build", ["--target", target] + (anew ? ["--disable-build-manifest-caching"] : []))
  }

  /// `swift package accord`, run from elsewhere and with nobody to ask.
  func accord(_ arguments: String...) async throws -> SwiftRun {
    try await swift(
      "package", ["--allow-writing-to-package-directory", "accord"] + arguments)
  }

  /// Runs the compiler itself, built beside the test binary because the target depends on it.
  func compile(_ arguments: String...) throws {
    let accord = Process()
    accord.executableURL = URL(filePath: CommandLine.arguments[0])
      .deletingLastPathComponent().appending(path: "accord")
    accord.arguments = arguments
    accord.currentDirectoryURL = folder
    try accord.run()
    accord.waitUntilExit()
    try #require(accord.terminationStatus == 0)
  }

  private func swift(_ command: String, _ arguments: [String]) async throws -> SwiftRun {
    let common = [
      "--package-path", folder.path, "--scratch-path", Self.scratch.path, "--disable-index-store",
    ]
    return try await .of([command] + common + arguments)
  }
}
