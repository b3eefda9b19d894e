package import Foundation

/// Contracts of real companies and of other generators' tests, when they stand beside the project.
package enum Corpus {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/corpus")

  /// In order; nil, with a word on standard output, where there are none.
  package static func contracts() -> [URL]? {
    let files = FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: [.fileSizeKey])
    let urls = (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["yaml", "yml", "json"].contains($0.pathExtension) }
      .sorted { $0.path() < $1.path() }
    if urls.isEmpty { print("skipped: there is no corpus at \(folder.path())") }
    return urls.isEmpty ? nil : urls
  }

  /// Most of the corpus is 3.0, which would end at the version; taken for 3.1 it meets every rule.
  package static func asVersion31(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let range = text.firstRange(of: /["']?openapi["']?\s*:\s*["']?3\.[02]\.[0-9]/) else {
      return bytes
    }
    let version = text[range].dropLast(3) + "1.0"
    return Array(text.replacingCharacters(in: range, with: version).utf8)
  }
}
