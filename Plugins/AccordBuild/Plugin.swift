import Foundation
import PackagePlugin

/// Compiles a target's contract into Swift each time the contract changes.
///
/// The target names its contract in `accord.json`, or holds it as `openapi.yaml`.
@main struct AccordBuild: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let settings = try Settings(of: target, in: package)
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Accord: compile \(settings.contract.lastPathComponent) for \(target.name)",
        executable: try context.tool(named: "accord").url,
        arguments: [
          "generate", settings.contract.path, "--root", package.path, "--output", output.path,
          "--name", settings.name, "--layout", "sharded",
        ],
        inputFiles: settings.inputs,
        outputFiles: generatedFiles.map { output.appending(path: $0) })
    ]
  }
}

/// What one target asks for.
private struct Settings {
  let contract: URL
  /// The stem of the service's names: the target's name, less `API`.
  let name: String
  /// The files that the contract may reach by `$ref`: those that stand beside or below it. One that
  /// stands elsewhere is compiled too, but an edit of it alone does not start a build.
  let inputs: [URL]

  init(of target: any Target, in package: URL) throws {
    let file = target.directoryURL.appending(path: "accord.json")
    let isNamed = FileManager.default.fileExists(atPath: file.path)
    contract = try isNamed ? Self.named(by: file, in: package) : Self.held(by: target)
    name = target.name.hasSuffix("API") ? String(target.name.dropLast(3)) : target.name
    inputs = [contract] + Self.documents(beside: contract) + (isNamed ? [file] : [])
  }

  private struct File: Decodable {
    /// Relative to the package.
    let contract: String
  }

  private static func named(by file: URL, in package: URL) throws -> URL {
    do {
      let settings = try JSONDecoder().decode(File.self, from: Data(contentsOf: file))
      return package.appending(path: settings.contract)
    } catch {
      throw SettingsError("\(file.path): expected {\"contract\": \"path/from/package\"}")
    }
  }

  private static func held(by target: any Target) throws -> URL {
    let candidates = ["openapi.yaml", "openapi.yml", "openapi.json"]
      .map { target.directoryURL.appending(path: $0) }
    guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else {
      throw SettingsError(
        "target '\(target.name)' uses AccordBuild but has neither accord.json nor openapi.yaml")
    }
    return file
  }

  private static func documents(beside contract: URL) -> [URL] {
    let folder = contract.deletingLastPathComponent()
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["yaml", "yml", "json"].contains($0.pathExtension) && $0.path != contract.path }
      .sorted { $0.path < $1.path }
  }
}

private struct SettingsError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// A build command names its outputs before it runs: the compiler's sharded layout, which a test
/// holds against this list.
private let generatedFiles =
  ["API.swift", "Server.swift", "Client.swift", "Patterns.swift"]
  + (0..<8).map { "Models\($0).swift" } + (0..<8).map { "Operations\($0).swift" }
