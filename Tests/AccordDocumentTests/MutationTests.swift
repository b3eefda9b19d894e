import AccordDocument
import AccordYAML
import Foundation
import Testing

@Suite("mutated contracts")
struct MutationTests {
  /// Every rejected contract, with each line in turn dropped or given another value, is judged without harm.
  @Test("no slip on any line is fatal", arguments: RejectedTests.cases)
  func everyLine(name: String) throws {
    let folder = Fixtures.folder.appending(path: "rejected/\(name)")
    let text = try String(
      contentsOf: folder.appending(path: "spec.yaml"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in lines.indices {
      for line in Self.replacements(of: lines[index]) {
        var changed = lines
        changed[index] = line
        judge(changed.joined(separator: "\n"), in: folder)
      }
    }
  }

  private static func replacements(of line: String) -> [String] {
    guard let colon = line.lastIndex(of: ":") else { return ["", line + line] }
    let key = line[...colon]
    let values = [
      "", "7", "-1.5e400", "null", "true", "[]", "{}", "[[{a: 1}]]", "'#/a'", "{$ref: 1}",
    ]
    return ["", "  " + line] + values.map { "\(key) \($0)" }
  }

  private func judge(_ text: String, in folder: URL) {
    let others = Fixtures.reader(in: folder)
    do {
      _ = try ValidatedDocument(loading: "spec.yaml") { path throws(UnreadableFile) in
        path == "spec.yaml" ? Array(text.utf8) : try others(path)
      }
    } catch {
      #expect(!String(describing: error).isEmpty)
    }
  }
}
