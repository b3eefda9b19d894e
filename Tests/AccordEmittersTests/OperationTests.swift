import AccordModel
import Testing

@testable import AccordEmitters

@Suite("Operations") struct OperationTests {
  @Test("the server negotiates, authenticates, decodes, calls and encodes, in this order")
  func server() {
    expect(
      "GetUser",
      """
      extension UserServer {
        func getUser(_ request: RoutedRequest) async throws -> ServerResponse {
          try request.answerType(["application/json"])
          let principal = try await authenticate(
            request, for: .getUser, by: [.bearer(UserCredential.loginContext)])
          let input = try GetUser.Input(request)
          let output = try await service.getUser(input, as: principal)
          return output.response()
        }
      }
      """)
  }

  @Test("parameters are read by name and place, and the input exists only if all are valid")
  func input() {
    expect(
      "GetUser",
      """
      extension GetUser.Input {
        init(_ request: RoutedRequest) throws(Refusal) {
          var reader = RequestReader(request)
          let userID = reader.string(
            "user_id", in: .path(0),
            StringRules(minLength: 1, maxLength: 128, pattern: Patterns.entityID))
          guard let userID, reader.isValid else { throw reader.refusal }
          self.init(userID: userID)
        }
      }
      """)
  }

  @Test("an answer is its status, its body and its header fields")
  func output() {
    expect(
      "CreateUser",
      """
      extension CreateUser.Output {
        func response() -> ServerResponse {
          switch self {
          case .created(let body, let location): .json(201, body).header("Location", location)
          case .badRequest(let body): .json(400, body, "application/problem+json")
          }
        }
      }
      """)
  }

  @Test("a client's call names its path as the contract does, and says what it reads")
  func client() {
    expect(
      "GetUser",
      #"""
      extension UserClient {
        /// Get a user. `GET /api/v1/user/{user_id}`
        public func getUser(
          _ input: GetUser.Input, as credential: UserCredential
        ) async throws(ClientError) -> GetUser.Response {
          var call = ClientCall("getUser", "GET", "/api/v1/user/\(input.userID)")
          call.accept("application/json, application/problem+json")
          call.authorize(credential)
          return try await GetUser.Response(connection.send(call))
        }
      }
      """#)
  }

  @Test("an operation that takes nothing has no input")
  func noInput() {
    let file = file("GetIndex")
    #expect(!file.contains("Input"))
    #expect(file.contains("let output = try await service.getIndex()"))
  }

  @Test("an answer in several media types is written in the one that was negotiated")
  func representations() {
    let file = file("Lists", tortureContract)
    #expect(
      file.contains(
        """
              switch answerType {
              case "text/plain": .text(202, body.quote)
              default: .json(202, body)
              }
        """))
  }

  @Test("where only errors have several media types, one is chosen and no client is refused")
  func representationsOfErrors() {
    var contract = tortureContract
    contract.operations = [
      Operation(
        operationID: "refuse", name: Identifier("refuse"), typeName: Identifier("Refuse"),
        method: .delete, path: path("/refuse"),
        responses: [
          response(204, "noContent"),
          response(
            400, "badRequest", "",
            content(
              declared("Nothing"), ("application/json", .json), ("application/xml", .xml))),
        ], place: somewhere)
    ]
    let file = file("Refuse", contract)
    #expect(
      file.contains(
        """
            let answerType =
              (try? request.answerType(["application/json", "application/xml"])) ?? "application/json"
            let output = try await service.refuse()
            return output.response(as: answerType)
        """), "\(file)")
  }

  @Test("the compiler's own names go out of the way of operations'")
  func ownNames() {
    var contract = userContract
    for (index, name) in [Identifier("Service"), Identifier("Principal"), Identifier("routes")]
      .enumerated()
    {
      contract.operations[index].name = name
    }
    let files = SwiftEmitter(layout: .readable).files(for: contract)
    let server = files.first { $0.path == "UserServer.swift" }?.text ?? ""
    #expect(server.contains("struct UserServer<Implementation: UserService>"), "\(server)")
    #expect(server.contains("Router(UserOperation.ownRoutes)"), "\(server)")
    #expect(server.contains("static var ownRoutes: [Route<UserOperation>]"), "\(server)")
    let service = files.first { $0.path == "UserService.swift" }?.text ?? ""
    #expect(service.contains("associatedtype Caller: Sendable"), "\(service)")
  }

  private func expect(
    _ operation: String, _ part: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let file = file(operation)
    #expect(file.contains(part), "\(file)", sourceLocation: sourceLocation)
  }

  private func file(_ operation: String, _ contract: Contract = userContract) -> String {
    SwiftEmitter(layout: .readable).files(for: contract)
      .first { $0.path == "Operations/\(operation).swift" }?.text ?? ""
  }
}
