import Foundation
import PackagePlugin

/// Compiles a target's contract into Swift each time the contract changes.
///
/// The target names its contract in `accord.json`, or holds it as `openapi.yaml`.
@main struct AccordBuild: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    guard let contract = try TargetContract(of: target, in: package) else {
      throw PluginError(
        "target '\(target.name)' uses AccordBuild but has neither accord.json nor openapi.yaml")
    }
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Accord: compile \(contract.file.lastPathComponent) for \(target.name)",
        executable: try context.tool(named: "accord").url,
        arguments: [
          "generate", contract.file.path, "--root", package.path, "--output", output.path,
          "--name", contract.name, "--layout", "sharded",
        ],
        inputFiles: contract.inputs,
        outputFiles: generatedFiles.map { output.appending(path: $0) })
    ]
  }
}

extension TargetContract {
  /// The files that the contract may reach by `$ref`: those that stand beside or below it. One that
  /// stands elsewhere is compiled too, but an edit of it alone does not start a build.
  fileprivate var inputs: [URL] { [file] + documentsBeside + (settings.map { [$0] } ?? []) }

  private var documentsBeside: [URL] {
    let files = FileManager.default.enumerator(
      at: file.deletingLastPathComponent(), includingPropertiesForKeys: nil,
      options: [.skipsHiddenFiles])
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["yaml", "yml", "json"].contains($0.pathExtension) && $0.path != file.path }
      .sorted { $0.path < $1.path }
  }
}

/// A build command names its outputs before it runs: the compiler's sharded layout, which a test
/// holds against this list.
private let generatedFiles =
  ["API.swift", "Server.swift", "Client.swift", "Patterns.swift"]
  + (0..<8).map { "Models\($0).swift" } + (0..<8).map { "Operations\($0).swift" }
