import Foundation
import Testing

@Suite("The flow of the course exercise")
struct SeedFlowTests {
  @Test("three users are created, changed, deleted and read", arguments: Format.allCases)
  func users(_ format: Format) async throws {
    try await withServices { services in
      var session = Session(services, format)
      let sherlock = try await session.create("Sherlock", "Holmes")
      let watson = try await session.create("John", "Watson")
      let emilie = try await session.create("Émilie", "Black & <White>")
      session.token = try await session.logIn(sherlock)

      let update = try await session.call(
        \.userPort, "PUT", "/api/v1/user/\(sherlock)", "UserUpdate",
        ["Email": "sherlock@sussex-bees.org"])
      #expect(update.status == 200)
      #expect(try format.member("Message", in: update) == "ok")

      let deletion = try await session.call(\.userPort, "DELETE", "/api/v1/user/\(watson)")
      #expect(deletion.status == 200)
      #expect(try format.member("HTTPStatusCode", in: deletion) == "200")
      #expect(try format.member("RequestId", in: deletion)?.isEmpty == false)
      #expect(try format.member("RetryAttempts", in: deletion) == "0")

      try expectProblem(try await session.get(watson), 404)
      let first = try await session.get(sherlock)
      #expect(try format.member("Email", in: first) == "sherlock@sussex-bees.org")
      #expect(try format.member("Lname", in: first) == "Holmes")
      let last = try await session.get(emilie)
      #expect(try format.member("Fname", in: last) == "Émilie")
      #expect(try format.member("Lname", in: last) == "Black & <White>")
    }
  }

  @Test(
    "attributes may be spelt in either way, and are answered in both", arguments: Format.allCases)
  func spellings(_ format: Format) async throws {
    try await withServices { services in
      var session = Session(services, format)
      let creation = try await session.call(
        \.userPort, "POST", "/api/v1/user", "NewUser",
        ["email": "sholmes@bakers.org", "fname": "Sherlock", "lname": "Holmes"])
      #expect(creation.status == 201)
      let id = try #require(try format.member("user_id", in: creation))
      #expect(try format.member("uid", in: creation) == id)
      session.token = try await session.logIn(id)

      let update = try await session.call(
        \.userPort, "PUT", "/api/v1/user/\(id)", "UserUpdate", ["fname": "Mycroft"])
      #expect(update.status == 200)
      let user = try await session.get(id)
      for (capitalized, lowercase, value) in [
        ("Email", "email", "sholmes@bakers.org"), ("Fname", "fname", "Mycroft"),
        ("Lname", "lname", "Holmes"),
      ] {
        #expect(try format.member(capitalized, in: user) == value)
        #expect(try format.member(lowercase, in: user) == value)
      }
      let mixture = try await session.call(
        \.userPort, "PUT", "/api/v1/user/\(id)", "UserUpdate", ["fname": "A", "Lname": "B"])
      try expectProblem(mixture, 400)
    }
  }

  @Test("a login context that was logged off is refused, also after a restart")
  func logoff() async throws {
    try await withFolder { folder in
      let words = ["all", "--store", "sqlite:\(folder.path)/store.sqlite"]
      let services = try await ServicesProcess(words, in: folder)
      var session = Session(services, .json)
      let id = try await session.create("Sherlock", "Holmes")
      let kept = try await session.logIn(id)
      session.token = try await session.logIn(id)
      #expect(try await session.get(id).status == 200)
      let logoff = try await session.logOff(try #require(session.token))
      #expect(logoff.status == 200)
      #expect(try logoff.json()["Message"] as? String == "ok")
      try await expectRefused(session, id)
      try await services.stop()

      let restarted = try await ServicesProcess(words, in: folder)
      try await expectRefused(Session(restarted, .json, token: session.token), id)
      #expect(try await Session(restarted, .json, token: kept).get(id).status == 200)
      try await restarted.stop()
    }
  }

  /// By every operation that asks for a login context, and by logging off again.
  private func expectRefused(_ session: Session, _ id: String) async throws {
    for (port, method, path) in [
      (\ServicesProcess.userPort, "GET", "/api/v1/user/\(id)"),
      (\.userPort, "DELETE", "/api/v1/user/\(id)"), (\.musicPort, "GET", "/api/v1/music"),
    ] {
      let answer = try await session.call(port, method, path)
      try expectProblem(answer, 401)
      #expect(answer["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
    }
    try expectProblem(try await session.logOff(session.token ?? ""), 401)
  }

  @Test("logging in answers the bare token as plain text")
  func bareToken() async throws {
    try await withServices { services in
      let session = Session(services)
      let id = try await session.create("Sherlock", "Holmes")
      let answer = try await exchange(
        Request(
          "PUT", "/api/v1/user/login",
          [
            (name: "Accept", value: "text/plain"),
            (name: "Content-Type", value: "application/json"),
          ],
          body: Format.json.write("", ["uid": id])), port: services.userPort)
      #expect(answer.status == 200)
      #expect(answer["Content-Type"]?.hasPrefix("text/plain") == true)
      #expect(answer.text.split(separator: ".").count == 3)
      #expect(try await Session(services, .json, token: answer.text).get(id).status == 200)
    }
  }

  @Test("without a login context, or with a forged one, nothing is read")
  func noLogin() async throws {
    try await withServices { services in
      let session = try await loggedIn(services, .json)
      let id = try await session.create("Sherlock", "Holmes")
      let token = try #require(session.token)
      let parts = token.split(separator: ".", omittingEmptySubsequences: false)
      // {"alg":"none","typ":"JWT"} before the same claims, unsigned.
      let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.\(parts[1])."
      let resigned = "\(parts[0]).\(parts[1]).\(String(repeating: "A", count: 43))"
      for token in [nil, "nonsense", unsigned, resigned] {
        let answer = try await Session(services, .json, token: token).get(id)
        try expectProblem(answer, 401)
        #expect(answer["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
      }
      try expectProblem(
        try await session.call(
          \.userPort, "PUT", "/api/v1/user/login", "LoginRequest", ["uid": "nobody"]), 401)
    }
  }
}
