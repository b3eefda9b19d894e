import AccordDocument
import AccordYAML
import Foundation
import Testing

/// `Tests/Fixtures/rejected/<rule>[.<case>]/`: a contract in `spec.yaml`, perhaps with further files, and in
/// `expected.txt` every word that is said about it.
@Suite("rejected contracts")
struct RejectedTests {
  static let cases = Fixtures.names(in: "rejected")
  /// What is refused before the rules are asked.
  static let stages = ["files", "syntax", "version", "shape", "several"]

  @Test("a rejected contract is rejected with exactly these words", arguments: cases)
  func saysExactly(name: String) throws {
    let folder = Fixtures.folder.appending(path: "rejected/\(name)")
    let said = Fixtures.diagnostics(of: "spec.yaml", in: folder)
    let expected = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      let before = try? String(contentsOf: expected, encoding: .utf8)
      try said.write(to: expected, atomically: true, encoding: .utf8)
      #expect(before == said, "expected.txt was rewritten")
    } else {
      #expect(said == (try String(contentsOf: expected, encoding: .utf8)))
      #expect(!said.isEmpty)
    }
  }

  @Test("every rule has a case", arguments: Rule.all.map(\.name) + stages)
  func ruleHasCase(rule: String) {
    #expect(Self.cases.contains { $0.split(separator: ".").first.map(String.init) == rule })
  }

  @Test("every case names a rule or a stage", arguments: cases)
  func caseHasRule(name: String) {
    let rules = Rule.all.map(\.name) + Self.stages
    #expect(rules.contains { name == $0 || name.hasPrefix("\($0).") })
  }

  @Test("there are cases")
  func casesExist() {
    #expect(Self.cases.count >= 30)
  }
}
