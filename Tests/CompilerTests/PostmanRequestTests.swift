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
    let methods = [
      "/things", "/things/{key}", "/owners/{owner}/parts", "/files/{stem}.{ending}", "/v1/:batch",
      "/boxes",
    ].map { "PATCH \($0): the path has no such method" }
    #expect(
      try negative() == [
        "createThing: name is missing", "createThing: extra has the wrong type",
        "createThing: the body is malformed",
        "getParts: no answer that it could give is accepted",
        "getParts: limit is wrong, one more than 100", "createBox: a body of another media type",
      ] + methods)
    let missing = try item("createThing: name is missing", in: "Negative cases")
    #expect(!missing.test.contains("there is no body"))
    let malformed = try item("createThing: the body is malformed", in: "Negative cases")
    #expect(try malformed.body + "}" == item("createThing").body)
    let method = try item("PATCH /things/{key}: the path has no such method", in: "Negative cases")
    #expect(method.request["method"] as? String == "PATCH")
    #expect(method.test.contains("status is 405"))
    for allowed in ["GET", "HEAD"] { #expect(method.test.contains("\"\(allowed) is allowed\"")) }
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

  @Test("an answer is saved for each status, media type and example, beside what accepts it")
  func answers() throws {
    let pet = try PostmanExport("answers").item("a/getPet", of: "Answers")
    let names = pet.examples.compactMap { $0["name"] as? String }
    #expect(
      names == [
        "200 OK: cat", "200 OK: dog", "200 OK: cat, application/xml",
        "200 OK: dog, application/xml",
        "200 OK, text/plain", "400 Bad Request: rules", "400 Bad Request: malformed",
        "413 Content Too Large: for a larger body",
      ])
    #expect(Set(pet.examples.compactMap { $0["id"] as? String }).count == names.count)
    #expect(pet.example("200 OK: dog")?["body"] as? String == "{\n  \"name\": \"Rex\"\n}")
    let xml = try #require(pet.example("200 OK: dog, application/xml"))
    #expect((xml["body"] as? String)?.contains("<name>Rex</name>") == true)
    let request = try #require(xml["originalRequest"] as? [String: Any])
    #expect(PostmanExport.Item.header("Accept", of: request) == "application/xml")
    #expect(pet.example("200 OK, text/plain")?["body"] as? String == "Tom")
    let bodies = ["rules", "malformed"].map { name in
      let request = pet.example("400 Bad Request: \(name)")?["originalRequest"] as? [String: Any]
      return (request?["body"] as? [String: Any])?["raw"] as? String
    }
    #expect(bodies == ["{}", String(pet.body.dropLast())])
    let large = pet.example("413 Content Too Large: for a larger body")?["originalRequest"]
    let words = (large as? [String: Any])?["description"] as? String
    #expect(words?.hasPrefix("The body was larger than") == true)
  }

  @Test("an operation is in the folder of each of its tags, and no folder is called as another")
  func tags() throws {
    let export = try PostmanExport("answers")
    let folders = try #require(
      try export.json("Answers.postman_collection.json")["item"] as? [[String: Any]])
    #expect(
      folders.map { $0["name"] as? String } == [
        "Scenario", "a", "b", "Scenario (tag)", "Negative cases",
      ])
    let items = folders.flatMap { $0["item"] as? [[String: Any]] ?? [] }
    #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
    #expect(
      try export.item("b/getPet", of: "Answers").url["raw"] as? String
        == export.item("a/getPet", of: "Answers").url["raw"] as? String)
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
