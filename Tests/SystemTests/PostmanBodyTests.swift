import Foundation
import Testing

@Suite("Postman's tests of bodies") struct PostmanBodyTests {
  private static let right = [
    #"{"email": "a@b"}"#, #"{"one": "😀"}"#, #"{"letters": "éß"}"#, #"{"list": ["a@b"]}"#,
    #"{"map": {"x": "a@b"}}"#, #"{"maybe": null}"#, #"{"maybe": "b"}"#,
    #"{"duration": "P1DT12H"}"#, #"{"duration": "P3W"}"#, #"{"bytes": "aGk="}"#,
    #"{"price": 0.07}"#, #"{"price": 1234567.89}"#, #"{"next": {"next": {"email": "a@b"}}}"#,
  ]
  private static let wrong = [
    #"{"email": "nobody"}"#, #"{"one": "ab"}"#, #"{"letters": "a1"}"#, #"{"list": ["a@b", "c"]}"#,
    #"{"map": {"x": "c"}}"#, #"{"maybe": "a"}"#, #"{"duration": "P1Y1D"}"#, #"{"duration": "P"}"#,
    #"{"bytes": "aGk"}"#, #"{"price": 0.075}"#, #"{"next": {"next": {"email": "c"}}}"#,
  ]

  @Test("hold texts and numbers to all rules of the contract, wherever they stand")
  func rules() async throws {
    guard let node = Node.find() else { return Node.reportSkip() }
    try await withFolder { folder in
      let fixtures = Self.root.appending(path: "Tests/Fixtures/postman")
      let process = Process()
      process.executableURL = try Child.executable("accord")
      process.arguments = [
        "postman", fixtures.appending(path: "contracts/rules.yaml").path, "--output", folder.path,
      ]
      try process.run()
      process.waitUntilExit()
      let collection = folder.appending(path: "Rules.postman_collection.json").path
      let output = try node.run(
        [fixtures.appending(path: "judge.js").path, collection, "getRules"]
          + Self.right + Self.wrong)
      let faults = try JSONDecoder().decode([String?].self, from: output)
      try #require(faults.count == Self.right.count + Self.wrong.count)
      for (body, fault) in zip(Self.right, faults) { #expect(fault == nil, "\(body)") }
      for (body, fault) in zip(Self.wrong, faults.suffix(Self.wrong.count)) {
        #expect(fault != nil, "\(body)")
      }
    }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
