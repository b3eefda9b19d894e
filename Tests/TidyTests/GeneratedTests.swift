import Foundation
import Testing

@Suite("Generated folder") struct GeneratedTests {
  @Test("each target under Sources/Generated holds one anchor without code")
  func anchors() throws {
    let files = SourceTree.files(below: "Sources/Generated")
    #expect(!files.isEmpty)
    for file in files {
      let code = file.lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }
      #expect(code == [], "\(file.path) holds hand-written code")
    }
  }

  @Test("handlers name no HTTP type")
  func handlersSeeNoHTTP() {
    let words = ["HTTP", "ServerRequest", "ServerResponse", "Accept", "Content-Type", "NIO"]
    let offences = ["User", "Music", "Datastore"]
      .flatMap { SourceTree.files(below: "Sources/Handlers/\($0)") }
      .flatMap { file in
        file.lines.filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
          .filter { line in words.contains { line.contains($0) } && !line.contains("httpStatusCode")
          }
          .map { "\(file.path): \($0)" }
      }
    #expect(offences == [])
  }
}
