import Testing

@testable import AccordModel

@Suite("Naming") struct NamingTests {
  @Test(
    "a member gets the name a person would choose",
    arguments: [
      ("user_id", "userID"), ("userId", "userID"), ("Email", "email"),
      ("HTTPHeaders", "httpHeaders"),
      ("HTTPStatusCode", "httpStatusCode"), ("RequestId", "requestID"),
      ("UserContext", "userContext"),
      ("expires_at", "expiresAt"), ("song-title", "songTitle"), ("userIDs", "userIDs"),
      ("URL", "url"), ("base_url", "baseURL"), ("class", "class"), ("2fa", "_2fa"),
      ("X-Request-Id", "xRequestID"), ("größe", "größe"), ("名前", "名前"),
    ])
  func members(text: String, name: String) {
    #expect(members([text]) == [name])
  }

  @Test(
    "a type keeps the author's spelling where that is a type's name already",
    arguments: [
      ("User", "User"), ("AwsResponse", "AwsResponse"), ("user", "User"), ("user-list", "UserList"),
      ("user_id", "UserID"), ("2D", "_2D"), ("iPhone", "IPhone"),
    ])
  func types(text: String, name: String) {
    #expect(types([text]) == [name])
  }

  @Test("symbols alone are spelled out")
  func symbols() {
    #expect(members(["+", "😀", "", "_"]) == ["plusSign", "grinningFace", "empty", "lowLine"])
  }

  @Test("what cannot be seen is no part of a name, and no name is a mark on an underscore")
  func invisible() {
    #expect(
      members(["👩‍👩‍👧", "❤️", "\u{200D}"]) == ["womanWomanGirl", "heavyBlackHeart", "zeroWidthJoiner"])
    #expect(members(["\u{301}", "می‌خواهم"]) == ["combiningAcuteAccent", "میخواهم"])
  }

  @Test("names that only normalisation tells apart get identifiers that people can tell apart")
  func normalisation() {
    #expect(
      members(["\u{E9}", "e\u{301}"]) == ["latinSmallLetterEWithAcute", "eCombiningAcuteAccent"])
  }

  @Test("names that collide all give way, whatever their order")
  func collisions() {
    #expect(members(["user_id", "userId"]) == ["user_id", "userId"])
    #expect(members(["userId", "user_id"]) == ["userId", "user_id"])
    #expect(members(["+1", "-1"]) == ["plusSign1", "hyphenMinus1"])
    #expect(members(["foo", "Foo", "FOO"]) == ["foo", "Foo", "FOO"])
  }

  @Test("a name that collides with another's way out pushes that one on too")
  func chains() {
    let names = ["a-b", "a_b", "aB", "a b"]
    #expect(Set(members(names)).count == 4)
    #expect(members(names.reversed()) == members(names).reversed())
  }

  @Test("names Swift refuses even in backticks are avoided")
  func refused() {
    #expect(members(["self", "init"]) == ["_self", "_init"])
    #expect(types(["Type", "Self"]) == ["_Type", "_Self"])
  }

  @Test("components of one name are told apart by their files, and these by their folders")
  func files() throws {
    let contract = try Outline.contract(
      """
      openapi: 3.1.0
      info: {title: A, version: '1'}
      paths: {}
      components:
        schemas:
          All:
            type: object
            properties:
              a: {$ref: 'a/x.yaml#/T'}
              b: {$ref: 'b/x.yaml#/T'}
              c: {$ref: 'c/y.yaml#/T'}
      """,
      beside: [
        "a/x.yaml": "T: {type: object}", "b/x.yaml": "T: {type: object}",
        "c/y.yaml": "T: {type: object}",
      ])
    let names = contract.types.map { $0.name.path.map(\.text).joined(separator: ".") }
    #expect(names == ["All", "AXYamlT", "BXYamlT", "YT"])
  }

  @Test("an operation's namespace yields to a model")
  func operations() {
    var scope = Scope(reserved: ["UserService"])
    #expect(
      scope.identifiers(for: ["Login", "User"], style: .type).map(\.text) == ["Login", "User"])
    let operations = scope.identifiers(for: ["login", "getUser"]) { NameCandidates(operation: $0) }
    #expect(operations.map(\.text) == ["LoginOperation", "GetUser"])
  }

  @Test("operations whose ids differ by case alone have namespaces unlike their functions")
  func operationsByCase() {
    var scope = Scope()
    let ids = ["go", "Go", "GO"]
    scope.reserve(ids.map { Identifier(checked: $0) })
    let operations = scope.identifiers(for: ids) { NameCandidates(operation: $0) }
    #expect(operations.map(\.text) == ["goOperation", "GoOperation", "GOOperation"])
  }

  @Test("a name chosen by hand stays, and the others make way, whatever their order")
  func chosen() {
    #expect(members(["Email", "email"], chosen: [nil, "other"]) == ["email", "other"])
    #expect(members(["user_id", "x"], chosen: [nil, "userID"]) == ["user_id", "userID"])
    #expect(members(["x", "user_id"], chosen: ["userID", nil]) == ["userID", "user_id"])
    #expect(members(["a", "b", "c"], chosen: [nil, "a", "_a"]) == ["_a_", "a", "_a"])
  }

  @Test("equal names share one identifier")
  func equalNames() {
    #expect(members(["a_b", "a_b"]) == ["aB", "aB"])
  }

  private func members(_ names: [String], chosen: [String?] = []) -> [String] {
    var scope = Scope()
    return scope.identifiers(for: names, chosen: chosen, style: .member).map(\.text)
  }

  private func types(_ names: [String]) -> [String] {
    var scope = Scope()
    return scope.identifiers(for: names, style: .type).map(\.text)
  }
}
