import AccordRuntime
import Testing

@Suite struct ProblemDetailsTests {
  @Test("a problem is written in a fixed order, and what it lacks is left out")
  func writes() {
    let short = ProblemDetails(title: "Not Found", status: 404)
    #expect(
      String(decoding: JSONWriter.encode(short), as: UTF8.self)
        == #"{"type":"about:blank","title":"Not Found","status":404}"#)
    let long = ProblemDetails(
      type: "https://example.org/invalid", title: "Bad Request", status: 400,
      detail: "two \"things\"",
      instance: "/user/1",
      violations: [
        Violation(.body, "/a~1b", BrokenRule("type", "must be a string, not null")),
        Violation(.query, "limit", BrokenRule("minimum", "must be at least 1")),
      ])
    #expect(
      String(decoding: JSONWriter.encode(long), as: UTF8.self)
        == #"{"type":"https://example.org/invalid","title":"Bad Request","status":400,"detail":"two \"things\"","instance":"/user/1","violations":[{"location":"body","pointer":"/a~1b","keyword":"type","message":"must be a string, not null"},{"location":"query","pointer":"/limit","keyword":"minimum","message":"must be at least 1"}]}"#
    )
    #expect(ProblemDetails.contentType == "application/problem+json")
  }
}
