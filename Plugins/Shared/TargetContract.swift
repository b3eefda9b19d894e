import Foundation
import PackagePlugin

/// The contract of a target: named by its `accord.json`, or held by it as `openapi.yaml`.
struct TargetContract {
  let file: URL
  /// The stem of the service's names: the target's name, less `API`.
  let name: String
  /// The target's `accord.json`, where it has one.
  let settings: URL?

  /// Nil where the target has no contract.
  init?(of target: any Target, in package: URL) throws {
    let settings = target.directoryURL.appending(path: "accord.json")
    if FileManager.default.fileExists(atPath: settings.path) {
      self.settings = settings
      file = try Self.named(by: settings, in: package)
    } else if let held = Self.held(by: target) {
      self.settings = nil
      file = held
    } else {
      return nil
    }
    name = target.name.hasSuffix("API") ? String(target.name.dropLast(3)) : target.name
  }

  private struct Settings: Decodable {
    /// Relative to the package.
    let contract: String
  }

  private static func named(by file: URL, in package: URL) throws -> URL {
    do {
      let settings = try JSONDecoder().decode(Settings.self, from: Data(contentsOf: file))
      return package.appending(path: settings.contract)
    } catch {
      throw PluginError("\(file.path): expected {\"contract\": \"path/from/package\"}")
    }
  }

  private static func held(by target: any Target) -> URL? {
    ["openapi.yaml", "openapi.yml", "openapi.json"]
      .map { target.directoryURL.appending(path: $0) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}

/// SwiftPM shows it and ends with status 1.
struct PluginError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
