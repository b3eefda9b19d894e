import Foundation
import Testing

@Suite("Readme") struct ReadmeTests {
  @Test("each snippet of the package of one's own stands in Examples/petstore")
  func petstoreSnippets() throws {
    let readme = try String(
      contentsOf: SourceTree.root.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(
      readme.components(separatedBy: "\n## ").first { $0.hasPrefix("In a package of your own") })
    let contract = "Examples/petstore/Sources/PetstoreAPI/openapi.yaml"
    let files =
      try SourceTree.files(below: "Examples/petstore").map { $0.lines.joined(separator: "\n") }
      + [String(contentsOf: SourceTree.root.appending(path: contract), encoding: .utf8)]
    let snippets = section.matches(of: /```(?:swift|yaml)\n((?s:.*?))\n```/).map(\.output.1)
    #expect(snippets.count == 6)
    for snippet in snippets {
      #expect(files.contains { $0.contains(snippet) }, "no file holds:\n\(snippet)")
    }
  }
}
