import AccordDocument
import AccordModel
import AccordYAML
import Foundation
import Testing

@testable import AccordEmitters

/// Contracts of real companies and of other generators' tests, when they stand beside the project.
@Suite("Contract tests of the corpus") struct PlanCorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/corpus")

  @Test(
    "each contract that is accepted has a plan, whose cases have names of their own",
    .timeLimit(.minutes(5)))
  func everyContract() throws {
    let files = Self.files
    guard !files.isEmpty else {
      return print("skipped: there is no corpus at \(Self.corpus.path())")
    }
    var (planned, cases) = (0, 0)
    for file in files {
      guard let contract = Self.contract(file) else { continue }
      let plan = Plan(service: Service(contract, beside: []))
      let ids = (plan.value["cases"]?.items ?? []).compactMap { $0["id"]?.text }
      #expect(Set(ids).count == ids.count, "\(file.lastPathComponent)")
      planned += 1
      cases += ids.count
    }
    print("corpus: \(planned) plans with \(cases) cases")
    #expect(planned > 10)
  }

  private static var files: [URL] {
    let all = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: [.fileSizeKey])
    return (all?.compactMap { $0 as? URL } ?? []).filter { file in
      let size = try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
      return ["yaml", "yml", "json"].contains(file.pathExtension) && size ?? 0 <= 100_000
    }.sorted { $0.path() < $1.path() }
  }

  /// Nil if the compiler refuses it. Most of the corpus is 3.0, and taken for 3.1.
  private static func contract(_ file: URL) -> Contract? {
    let folder = file.deletingLastPathComponent()
    let document = try? ValidatedDocument(loading: file.lastPathComponent) {
      path throws(UnreadableFile) in
      guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
        throw UnreadableFile(reason: "no such file")
      }
      let text = String(decoding: data, as: UTF8.self)
      return Array(
        text.replacing(/(openapi["']?\s*:\s*["']?)3\.[02]\.[0-9]/) { "\($0.1)3.1.0" }.utf8)
    }
    return document.map { Lowering.lower($0, named: "api") }
  }
}
