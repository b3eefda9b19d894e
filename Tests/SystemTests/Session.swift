import Foundation
import Testing

/// A client of the three services, which speaks JSON or XML.
struct Session: Sendable {
  let services: ServicesProcess
  let format: Format
  var token: String?

  init(_ services: ServicesProcess, _ format: Format = .json, token: String? = nil) {
    self.services = services
    self.format = format
    self.token = token
  }

  func call(
    _ port: KeyPath<ServicesProcess, Int>, _ method: String, _ path: String,
    _ root: String = "", _ members: KeyValuePairs<String, String>? = nil
  ) async throws -> Answer {
    var fields = [(name: "Accept", value: format.mediaType)]
    if members != nil { fields.append((name: "Content-Type", value: format.mediaType)) }
    if let token { fields.append((name: "Authorization", value: "Bearer \(token)")) }
    let body = members.map { format.write(root, $0) }
    return try await exchange(
      Request(method, path, fields, body: body), port: services[keyPath: port])
  }

  /// Creates a user and answers the identifier.
  func create(_ first: String, _ last: String) async throws -> String {
    let answer = try await call(
      \.userPort, "POST", "/api/v1/user", "NewUser",
      ["Email": "someone@example.org", "Fname": first, "Lname": last])
    #expect(answer.status == 201, "\(answer.text)")
    #expect(answer["Content-Type"]?.hasPrefix(format.mediaType) == true)
    let id = try #require(try format.member("user_id", in: answer))
    #expect(try format.member("uid", in: answer) == id)
    #expect(answer["Location"] == "/api/v1/user/\(id)")
    return id
  }

  func logIn(_ id: String) async throws -> String {
    let answer = try await call(
      \.userPort, "PUT", "/api/v1/user/login", "LoginRequest", ["uid": id])
    #expect(answer.status == 200, "\(answer.text)")
    return try #require(try format.member("UserContext", in: answer))
  }

  func logOff(_ token: String) async throws -> Answer {
    try await call(\.userPort, "PUT", "/api/v1/user/logoff", "LogoffRequest", ["jwt": token])
  }

  func get(_ id: String) async throws -> Answer {
    try await call(\.userPort, "GET", "/api/v1/user/\(id)")
  }
}

/// A session of a user who was created for it.
func loggedIn(_ services: ServicesProcess, _ format: Format) async throws -> Session {
  var session = Session(services, format)
  session.token = try await session.logIn(try await session.create("Mycroft", "Holmes"))
  return session
}

/// Asserts a problem document of this status.
func expectProblem(
  _ answer: Answer, _ status: Int, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(answer.status == status, comment, sourceLocation: sourceLocation)
  #expect(
    answer["Content-Type"]?.hasPrefix("application/problem+json") == true, comment,
    sourceLocation: sourceLocation)
  #expect(
    try answer.json()["status"] as? Int == answer.status, comment, sourceLocation: sourceLocation)
}
