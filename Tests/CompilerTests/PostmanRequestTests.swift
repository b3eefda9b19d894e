import Foundation
import Testing

@Suite("Postman's requests and tests of rare contracts") struct PostmanRequestTests {
  private func item(_ name: String, in folder: String = "Other operations") throws
    -> PostmanExport.Item
  {
    try PostmanExport("odd").item("\(folder)/\(name)", of: "Odd")
  }

  private func negative() throws -> [String] {
    try PostmanExport("odd").items("Odd").map(\.name).filter { $0.hasPrefix("Negative cases/") }
      .map { String($0.dropFirst("Negative cases/".count)) }
  }

  @Test("a body that is XML alone is written as the service reads it")
  func xml() throws {
    let box = try item("createBox")
    #expect(
      box.body == """
        <Box id="a&quot;b">
          <size>1</size>
          <notes>
            <note>text</note>
          </notes>
        </Box>
        """)
    #expect(box.examples.first?["body"] as? String == box.body)
    #expect(box.examples.first?["_postman_previewlanguage"] as? String == "xml")
  }

  @Test("each case breaks a rule for certain, parameters and media types included")
  func cases() throws {
    #expect(
      try negative() == [
        "createThing: name is missing", "createThing: extra has the wrong type",
        "getParts: no answer that it could give is accepted",
        "getParts: limit is wrong, one more than 100", "createBox: a body of another media type",
      ])
    let missing = try item("createThing: name is missing", in: "Negative cases")
    #expect(!missing.test.contains("there is no body"))
  }

  @Test("a login is refused with 401, an open request that names something is not")
  func openRequest() throws {
    let names = try PostmanExport("schemes").items("Schemes").map(\.name)
    #expect(!names.contains { $0.hasPrefix("Negative cases/praiseThing") })
  }

  @Test("a link's expression for the request stands for what the request has there")
  func requestExpression() throws {
    #expect(try item("getParts").variable("owner") == "{{od_d__key}}")
  }

  @Test("names of variables and texts of examples do not break a script or a request")
  func names() throws {
    #expect(try item("getThing").variable("key") == "{{od_d__key}}")
    #expect(try item("createThing").body.contains("say { {baseUrl}}"))
  }

  @Test("a literal segment stays one, and a parameter within a segment is described")
  func segments() throws {
    #expect(try item("batch").url["path"] as? [String] == ["v1", "%3Abatch"])
    let file = try item("getFile")
    #expect(file.url["path"] as? [String] == ["files", "{{files_stem}}.{{files_ending}}"])
    let description = try #require(file.request["description"] as? String)
    #expect(description.contains("`{{files_stem}}`.\n\nThe stem.\n\nExample: `text`"))
    let variables = try PostmanExport("odd").variables(of: "Odd")
    #expect(variables["files_stem"]?.value == "text" && variables["files_ending"]?.value == "txt")
    #expect(variables["files_stem"]?.description.contains("The stem.") == true)
  }

  @Test("saved answers show the contract's headers, or a challenge and a path that may be")
  func headers() throws {
    let contract = root.appending(path: "Examples/petstore/Sources/PetstoreAPI/openapi.yaml")
    let text = try String(contentsOf: contract, encoding: .utf8)
    let plain = text.split(separator: "\n").filter { !$0.contains("realm=") }
    for (text, name) in [(text, "Petstore"), (plain.joined(separator: "\n"), "Plain")] {
      let pet = try PostmanExport(text: text, name: name)
        .item("Other operations/Add a pet", of: name)
      #expect(
        pet.exampleHeader("WWW-Authenticate", of: "401 Unauthorized")
          == "Bearer realm=\"\(name)\"")
      #expect(
        pet.exampleHeader("Location", of: "201 Created")
          == "/pets/6d1f9e0c-5d5c-4b9e-9b9f-0d6a1c2e3f40")
    }
  }

  @Test("no body is expected of an answer to HEAD")
  func head() throws {
    let test = try item("probeThing").test
    #expect(test.contains("there is no body") && !test.contains("jsonSchema"))
  }

  @Test("a number is kept with all of its digits")
  func exactNumbers() throws {
    #expect(try item("createThing").test.contains("kept(value, pm.response)"))
    #expect(try item("getThing").before.contains("kept(value, response)"))
  }
}
