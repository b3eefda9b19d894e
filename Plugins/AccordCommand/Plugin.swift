import Foundation
import PackagePlugin

/// `swift package accord`: the compiler's command line in the package's folder.
///
/// The compiler gets every argument but `--target` as it stands, and beside them, in its
/// environment, the contracts of the targets: it knows which of its commands want them.
@main struct AccordCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var arguments = ArgumentExtractor(arguments)
    let names = arguments.extractOption(named: "target")
    let contracts = try Self.contracts(of: context.package, in: names)
    let accord = Process()
    accord.executableURL = try context.tool(named: "accord").url
    accord.arguments = arguments.remainingArguments
    accord.currentDirectoryURL = context.package.directoryURL
    accord.environment = ProcessInfo.processInfo.environment
    accord.environment?["ACCORD_PACKAGE_CONTRACTS"] = contracts.joined(separator: "\n")
    try accord.run()
    accord.waitUntilExit()
    // SwiftPM tells the status, and ends with 1.
    if accord.terminationStatus != 0 { exit(accord.terminationStatus) }
  }

  /// A line a contract, in the order of the targets' names: SwiftPM does not promise one. Nor does
  /// it tell a command which targets use `AccordBuild`, so it is those that have what that looks for.
  private static func contracts(of package: Package, in names: [String]) throws -> [String] {
    let targets = names.isEmpty ? package.targets : try package.targets(named: names)
    let folder = package.directoryURL
    return try targets.sorted { $0.name < $1.name }
      .compactMap { try TargetContract(of: $0, in: folder)?.line(in: folder) }
  }
}

extension TargetContract {
  /// `Petstore=Sources/PetstoreAPI/openapi.yaml`: the file relative to the package if it is below.
  fileprivate func line(in package: URL) -> String {
    let folder = package.path + (package.path.hasSuffix("/") ? "" : "/")
    let path = file.standardizedFileURL.path
    return "\(name)=" + (path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path)
  }
}
