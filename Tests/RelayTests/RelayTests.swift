import AccordRuntime
import HTTPTypes
import ServiceWiring
import Testing

@testable import contract_relay

/// The services behind their relays, which have to answer as the services themselves.
@Suite("Relays to services") struct RelayTests {
  private let system: SampleSystem

  init() throws {
    system = try SampleSystem()
  }

  private let json: HTTPFields = [.contentType: "application/json"]
  private let xml: HTTPFields = [
    .contentType: "application/xml", .accept: "application/xml",
  ]

  private func ask(_ request: ServerRequest) async -> ServerResponse {
    await relay(to: .user, system.user).respond(to: request)
  }

  @Test("what is written through a relay is read through it, in JSON and in XML")
  func success() async throws {
    let created = await ask(
      .init(.post, "/api/v1/user", json, #"{"Email": "a@b.org", "Fname": "É", "Lname": "<&>"}"#))
    #expect(created.status == .created)
    let location = try #require(created.headerFields[.location])
    #expect(location.hasPrefix("/api/v1/user/"))
    var fields = xml
    fields[.authorization] = "Bearer \(system.token)"
    let update = "<UserUpdate><fname>Ö</fname></UserUpdate>"
    #expect(await ask(.init(.put, location, fields, update)).status == .ok)
    let user = await ask(.init(.get, location, fields))
    #expect(user.text.contains("<Fname>Ö</Fname>") && user.text.contains("&lt;&amp;"))
    let direct = await system.user.respond(to: .init(.get, location, fields))
    #expect(user.text == direct.text && user.headerFields == direct.headerFields)
  }

  @Test("each refusal of User is the service's own")
  func userRefusals() async {
    let good: HTTPFields = [.authorization: "Bearer \(system.token)"]
    let requests: [(Int, ServerRequest)] = [
      (400, .init(.post, "/api/v1/user", json, #"{"Email": "", "Fname": 1}"#)),
      (400, .init(.post, "/api/v1/user", json, #"{"#)),
      (401, .init(.get, "/api/v1/user/u")),
      (401, .init(.get, "/api/v1/user/u", [.authorization: "Bearer forged"])),
      (401, .init(.get, "/api/v1/user/u", [.authorization: "Basic YTpi"])),
      (401, .init(.put, "/api/v1/user/login", json, #"{"uid": "nobody"}"#)),
      (401, .init(.put, "/api/v1/user/logoff", json, #"{"jwt": "forged"}"#)),
      (404, .init(.get, "/api/v1/user/u", good)),
      (404, .init(.delete, "/api/v1/user/u", good)),
      (404, .init(.get, "/api/v1/users")),
      (405, .init(.patch, "/api/v1/user/u")),
      (406, .init(.get, "/health", [.accept: "image/png"])),
      (415, .init(.post, "/api/v1/user", [.contentType: "text/plain"], "{}")),
    ]
    for (status, request) in requests {
      await expectSame(status, system.user, relay(to: .user, system.user), request)
    }
  }

  @Test("each refusal of Datastore is the service's own")
  func datastoreRefusals() async {
    let wrong: HTTPFields = [
      .contentType: "application/json", .authorization: "Basic c3ZjLWxvYWRlcjp3cm9uZw==",
    ]
    let song = #"{"objtype": "music", "Artist": "A", "SongTitle": "B", "uuid": "k"}"#
    let requests: [(Int, ServerRequest)] = [
      (400, .init(.get, "/api/v1/datastore/read?objtype=cat&objkey=k")),
      (401, .init(.post, "/api/v1/datastore/load", json, song)),
      (401, .init(.post, "/api/v1/datastore/load", wrong, song)),
      (404, .init(.delete, "/api/v1/datastore/delete?objtype=music&objkey=k")),
    ]
    for (status, request) in requests {
      await expectSame(
        status, system.datastore, relay(to: .datastore, system.datastore), request)
    }
  }

  private func expectSame(
    _ status: Int, _ service: any Responder, _ relay: any Responder, _ request: ServerRequest
  ) async {
    let direct = await service.respond(to: request)
    let relayed = await relay.respond(to: request)
    #expect(direct.status.code == status, "\(request.target): \(direct.text)")
    #expect(relayed.status == direct.status, "\(request.target): \(relayed.text)")
    #expect(relayed.headerFields == direct.headerFields)
    #expect(relayed.text == direct.text)
  }
}
