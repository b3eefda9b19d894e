import AccordDocument
import AccordYAML
import Corpus
import Foundation
import Testing

/// Contracts of real companies and of other generators' tests, when they stand beside the project.
@Suite("corpus")
struct CorpusTests {
  /// The run stays a matter of seconds; `CORPUS=all` lifts the limit.
  static let bytesMax = ProcessInfo.processInfo.environment["CORPUS"] == "all" ? Int.max : 400_000

  @Test(
    "every contract of the corpus is accepted or refused with places, in bounded time",
    .timeLimit(.minutes(5)))
  func everyContract() throws {
    guard let all = Corpus.contracts() else { return }
    var accepted = 0
    var skipped = 0
    for file in all {
      guard try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 <= Self.bytesMax else {
        skipped += 1
        continue
      }
      if try isAccepted(file) { accepted += 1 }
    }
    let judged = all.count - skipped
    print("corpus: \(judged) judged, \(accepted) accepted, \(skipped) skipped for their size")
    #expect(judged > 100)
  }

  private func isAccepted(_ file: URL) throws -> Bool {
    var isAccepted = true
    for is31 in [false, true] {
      let said = Self.diagnostics(of: file, as31: is31)
      isAccepted = said.isEmpty
      Self.keep(said, of: file, as31: is31)
    }
    return isAccepted
  }

  private static func diagnostics(of file: URL, as31: Bool) -> [Diagnostic] {
    let read = Fixtures.reader(in: file.deletingLastPathComponent())
    do {
      _ = try ValidatedDocument(loading: file.lastPathComponent) {
        path throws(UnreadableFile) in
        let bytes = try read(path)
        return as31 ? Corpus.asVersion31(bytes) : bytes
      }
      return []
    } catch {
      #expect(error.all.allSatisfy { !$0.message.isEmpty })
      return error.all
    }
  }

  /// `CORPUS_REPORT=FILE` collects what was said, for people to read.
  private static func keep(_ said: [Diagnostic], of file: URL, as31: Bool) {
    guard as31, let path = ProcessInfo.processInfo.environment["CORPUS_REPORT"] else { return }
    let text =
      "##### \(file.lastPathComponent) \(said.count)\n"
      + said.prefix(12).map(\.description).joined()
    guard let handle = FileHandle(forWritingAtPath: path) else { return }
    handle.seekToEndOfFile()
    handle.write(Data(text.utf8))
    try? handle.close()
  }
}
