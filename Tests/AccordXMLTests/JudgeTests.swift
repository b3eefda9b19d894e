import Foundation
import Testing

@Suite("XML beside Python's parser")
struct JudgeTests {
  @Test("Python reads every document as it was meant: names, attributes and text")
  func python() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-xml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let hostile = (0..<0x250).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    let texts = hostile + ["🙂", "]]>", "<!--", "&amp;", "\u{2028}", " a ", "\t\n"]
    var cases: [[String]] = []
    for text in texts {
      let members = try JSONEncoder().encode(["a": text, "t": text])
      cases.append([text, xml(String(decoding: members, as: UTF8.self), attributeAndText)])
    }
    let asked = directory.appendingPathComponent("cases.json")
    try JSONEncoder().encode(cases).write(to: asked)
    let status = try await exitStatus(of: ["python3", "-c", script, asked.path])
    if status == 126 || status == 127 { return print("skipped: python3 is not on this machine") }
    #expect(status == 0)
  }

  private func exitStatus(of command: [String]) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "60"] + command
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  private let script = """
    import json, re, sys
    import xml.etree.ElementTree as tree
    for text, document in json.load(open(sys.argv[1])):
        root = tree.fromstring(document.encode())
        expected = re.sub('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]', '\\ufffd', text)
        assert root.tag == 'r' and root.get('a') == expected, (text, document)
        assert (root.find('t').text or '') == expected, (text, document)
    """
}
