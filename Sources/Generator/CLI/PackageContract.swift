import Foundation

/// A contract of a target of the package, as the plugin `AccordCommand` hands it over.
struct PackageContract {
  /// The stem of the names in the target's code.
  let name: String
  /// Relative to the package, which is the current folder; whole if it is not below.
  let path: String

  /// In the order of the targets. Nil outside of `swift package accord`.
  static var all: [PackageContract]? {
    ProcessInfo.processInfo.environment["ACCORD_PACKAGE_CONTRACTS"]?
      .split(separator: "\n").compactMap(PackageContract.init)
  }

  /// Reads `Petstore=Sources/PetstoreAPI/openapi.yaml`.
  private init?(_ line: Substring) {
    let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    (name, path) = (parts[0], parts[1])
  }
}
