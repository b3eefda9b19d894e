import Testing

@Suite("Length") struct LengthTests {
  @Test("no file is longer than 300 lines")
  func files() {
    let files = SourceTree.all
    #expect(files.count > 50, "the source tree was not found")
    let long = files.filter { $0.lines.count > 300 }.map { "\($0.path): \($0.lines.count) lines" }
    #expect(long == [])
  }

  @Test("no function is longer than 60 lines")
  func functions() {
    let functions = SourceTree.all.flatMap(\.functions)
    #expect(functions.count > 200, "the functions were not found")
    #expect(functions.filter { $0.lineCount > 60 }.map(\.description) == [])
  }

  @Test("a long function is seen, with where it stands and how long it is")
  func longFunctionIsSeen() throws {
    let body = Array(repeating: "    work()", count: 60).joined(separator: "\n")
    let text = "struct A {\n  public static func f(\n    a: Int\n  ) {\n\(body)\n  }\n}"
    let function = try #require(SwiftFile(path: "a.swift", text: text).functions.first)
    #expect(function.line == 2)
    #expect(function.lineCount == 64)
  }
}
