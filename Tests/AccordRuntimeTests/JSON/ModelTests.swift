import AccordRuntime
import Testing

@Suite struct ModelTests {
  private func read(_ text: String) -> JSONDecoding<Profile> {
    JSONReader.decode(Profile.self, from: bytes(text))
  }

  private let full = #"""
    {"Email":"ada@example.org","nickname":null,"manager":null,"age":36,"score":9.9,"kind":"music","level":2,"tags":["a","b"],"scores":[1,null,3],"addresses":[{"city":"London","floor":-2,"isHome":true}],"labels":{"x":"1"},"notes":{"any":[1.0]},"more":1,"other":2}
    """#

  @Test("a model with every kind of member survives being read and written")
  func roundTrips() throws {
    let profile = try #require(read(full).accepted)
    #expect(profile.nickname == .some(.null))
    #expect(profile.manager == nil)
    #expect(profile.scores == .value([1, nil, 3]))
    #expect(profile.others == ["more": 1, "other": 2])
    #expect(String(decoding: JSONWriter.encode(profile), as: UTF8.self) == full)
  }

  @Test("absent, null and present are three states")
  func threeStates() throws {
    let absent = try #require(read(#"{"Email":"a@b.c","manager":"x"}"#).accepted)
    #expect(absent.nickname == nil)
    #expect(absent.manager == "x")
    let present = try #require(read(#"{"Email":"a@b.c","manager":"x","nickname":"y"}"#).accepted)
    #expect(present.nickname == .value("y"))
    #expect(
      String(decoding: JSONWriter.encode(absent), as: UTF8.self)
        == #"{"Email":"a@b.c","manager":"x"}"#)
  }

  @Test("members may come in any order, among white space, with escaped names")
  func order() {
    let text = #" { "manager" : "m" , "\u0045mail" : "a@b.c" } "#
    #expect(read(text).accepted?.email == "a@b.c")
  }

  @Test("one answer names every violation, with its pointer, in the order of the text")
  func collects() {
    let text = #"""
      {"Email":"x","nickname":"too long","manager":1,"age":-1,"score":10.05,
      "kind":"film","level":3,"tags":["","b",4,"b"],"scores":[1,"2",null],"addresses":[{"city":"","floor":1e10,"isHome":"yes"},{"city":"x","zip":1},{},7],
      "labels":{"a/b":1,"c~d":null,"e":"f"},"notes":{"n":1,"n":2},"extra":"z"}
      """#
    #expect(
      read(text).violations == [
        "/Email minLength: must be at least 3 characters long",
        "/Email format: must be an email address",
        "/nickname maxLength: must be at most 5 characters long",
        "/manager type: must be a string, not a number",
        "/age minimum: must be at least 0",
        "/score exclusiveMaximum: must be less than 10",
        "/score multipleOf: must be a multiple of 0.1",
        "/kind enum: must be one of 'user', 'music'",
        "/level enum: must be one of 1, 2",
        "/tags uniqueItems: must not repeat elements: 1 and 3 are equal",
        "/tags/0 minLength: must be at least 1 character long",
        "/tags/2 type: must be a string, not a number",
        "/tags maxItems: must have at most 3 elements",
        "/scores/1 type: must be an integer, not a string",
        "/addresses/0/city minLength: must be at least 1 character long",
        "/addresses/0/floor format: must be within -2147483648 and 2147483647",
        "/addresses/0/isHome type: must be true or false, not a string",
        "/addresses/1/zip additionalProperties: is not a member of this object",
        "/addresses/2/city required: is required",
        "/addresses/3 type: must be an object, not a number",
        "/labels/a~1b type: must be a string, not a number",
        "/labels/c~0d type: must be a string, not null",
        "/labels maxProperties: must have at most 2 members",
        "/notes/n duplicate: appears more than once in this object",
        "/extra type: must be an integer, not a string",
      ])
  }

  @Test("what is missing is named, and what is wrong is not called missing as well")
  func missing() {
    #expect(
      read("{}").violations == [
        " minProperties: must have at least 2 members", "/Email required: is required",
        "/manager required: is required",
      ])
    #expect(
      read(#"{"Email":null,"age":1}"#).violations == [
        "/Email type: must be a string, not null", "/manager required: is required",
      ])
  }

  @Test("a member that appears twice is refused, whether its first value was good or not")
  func duplicates() {
    let message = "duplicate: appears more than once in this object"
    #expect(
      read(#"{"Email":"a@b.c","manager":null,"Email":"a@b.c"}"#).violations == ["/Email \(message)"]
    )
    #expect(
      read(#"{"Email":"a@b.c","manager":null,"\u0045mail":"a@b.c"}"#).violations == [
        "/Email \(message)"
      ])
    #expect(
      read(#"{"Email":"a@b.c","manager":null,"extra":1,"extra":1}"#).violations == [
        "/extra \(message)"
      ])
    #expect(
      read(#"{"Email":"a@b.c","manager":null,"tags":[],"tags":[]}"#).violations == [
        "/tags \(message)"
      ])
    #expect(
      read(#"{"Email":"a@b.c","manager":null,"labels":{"a":"","a":""}}"#).violations == [
        "/labels/a \(message)"
      ])
  }

  @Test("a body of the wrong type is one violation at the root")
  func wrongRoot() {
    #expect(read("[]").violations == [" type: must be an object, not an array"])
    #expect(read("null").violations == [" type: must be an object, not null"])
    #expect(read("[").malformed?.reason == .unexpectedEnd)
  }

  @Test("names with slashes, tildes, quotes and no characters are found again in pointers")
  func pointers() {
    let text = #"{"Email":"a@b.c","manager":null,"labels":{"a/b~c\"\n":1},"":"x"}"#
    #expect(
      read(text).violations == [
        "/labels/a~1b~0c\"\n type: must be a string, not a number",
        "/ type: must be an integer, not a string",
      ])
  }

  @Test("elements are unique by value as JSON has it")
  func uniqueness() {
    func unique(_ text: String) -> [String] {
      JSONReader.decode(from: bytes(text)) { json throws(MalformedJSON) in
        try json.array(ArrayRules(uniqueItems: true)) { json throws(MalformedJSON) in
          try json.value()
        }
      }.violations
    }
    let message = { (a: Int, b: Int) in
      " uniqueItems: must not repeat elements: \(a) and \(b) are equal"
    }
    #expect(unique("[1,2,true,\"1\",null,[1],{}]") == [])
    #expect(unique("[1,2,1.0]") == [message(0, 2)])
    #expect(unique(#"[{"a":1,"b":2},{"b":2,"a":1e0}]"#) == [message(0, 1)])
    #expect(unique("[1,true,0,false]") == [])
    #expect(
      unique(#"[{"a":1,"a":1}]"#) == ["/0/a duplicate: appears more than once in this object"])
  }

  @Test("after a hundred violations one more says that there are more")
  func bounded() {
    let text = "[" + Array(repeating: "{}", count: 5000).joined(separator: ",") + "]"
    let violations = JSONReader.decode([Address].self, from: bytes(text)).violations
    #expect(violations.count == 101)
    #expect(violations[99] == "/99/city required: is required")
    #expect(violations[100] == " more: there are more violations than these")
  }

  @Test("long names do not multiply: pointers end when they are 64 KiB together")
  func boundedPointers() {
    let name = String(repeating: "n", count: 50_000)
    let members = Array(repeating: "{}", count: 100).joined(separator: ",")
    let text = bytes("{\"\(name)\":[\(members)]}")
    let violations = JSONReader.decode([String: [Address]].self, from: text).violations
    #expect(violations.count == 3)
    #expect(violations.last == " more: there are more violations than these")
  }

  @Test("a name of one letter and a name of more than eight bytes are told apart")
  func keys() {
    func matched(_ name: String) -> String? {
      JSONReader.decode(from: bytes("{\"\(name)\":1}")) { json throws(MalformedJSON) -> String? in
        guard try json.beginObject() else { return nil }
        var found = "none"
        while let key = try json.nextKey() {
          switch key {
          case "": found = "empty"
          case "a": found = "one"
          case "é": found = "accent"
          case "abcdefgh": found = "eight"
          case "abcdefghijk": found = "eleven"
          default: found = key.string
          }
          try json.skipMember()
        }
        return found
      }.accepted
    }
    #expect(matched("") == "empty")
    #expect(matched("a") == "one")
    #expect(matched("é") == "accent")
    #expect(matched("abcdefgh") == "eight")
    #expect(matched("abcdefghijk") == "eleven")
    #expect(matched("abcdefghijX") == "abcdefghijX")
    #expect(matched("b") == "b")
    #expect(matched("e\u{301}") == "e\u{301}")
  }
}
