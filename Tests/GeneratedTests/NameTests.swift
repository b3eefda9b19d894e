import AccordRuntime
import HTTPTypes
import Testing

import struct TortureAPI.TortureServer

@Suite("Operations with names that generated code could trip over") struct NameTests {
  static let methods: [HTTPRequest.Method] = [.get, .put, .post, .delete, .patch, .options]

  @Test("those of what Swift and the server have beside their cases are served", arguments: methods)
  func members(method: HTTPRequest.Method) async {
    #expect(await status(method, "/names/a") == .noContent)
  }

  @Test("those of their own namespaces are served", arguments: methods.dropLast())
  func namespaces(method: HTTPRequest.Method) async {
    #expect(await status(method, "/namespaces/a") == .noContent)
  }

  @Test("a parameter or property of that name is read, with its default")
  func parameters() async {
    #expect(await status(.get, "/searches") == .noContent)
    #expect(await status(.get, "/searches?q=none") == .noContent)
    #expect(await status(.get, "/searches?q=all") == .accepted)
    #expect(await status(.put, "/searches", "{}") == .noContent)
    #expect(await status(.put, "/searches", #"{"Keep":null}"#) == .accepted)
    #expect(await status(.put, "/searches", #"{"Keep":"all"}"#) == .accepted)
  }

  @Test("those of the types that every operation has, with types of their own, are served")
  func types() async throws {
    #expect(await status(.get, "/types?order=up") == .accepted)
    #expect(await status(.put, "/types", #"{"any":"all"}"#) == .accepted)
    #expect(await Torture.post("", to: "/types").text == #"{"any":{"Any":"all"}}"#)
  }

  private func status(
    _ method: HTTPRequest.Method, _ target: String, _ body: String = ""
  ) async -> HTTPResponse.Status {
    let fields: HTTPFields = body.isEmpty ? [:] : [.contentType: "application/json"]
    return await TortureServer(Echo()).respond(
      to: ServerRequest(
        method: method, target: target, headerFields: fields, body: Array(body.utf8))
    ).status
  }
}
