import Foundation
import Testing

@Suite("The Music service, running")
struct MusicTests {
  @Test("songs are created, listed by pages and deleted", arguments: Format.allCases)
  func songs(_ format: Format) async throws {
    try await withServices { services in
      let session = try await loggedIn(services, format)
      var created: Set<String> = []
      for number in 0..<5 {
        let answer = try await session.call(
          \.musicPort, "POST", "/api/v1/music", "NewMusic",
          ["Artist": "Cesária Évora", "SongTitle": "Sodade \(number)"])
        #expect(answer.status == 201, "\(answer.text)")
        created.insert(try #require(try format.member("music_id", in: answer)))
      }
      #expect(try await list(session, limit: 2) == [2, 2, 1])

      let id = try #require(created.first)
      let song = try await session.call(\.musicPort, "GET", "/api/v1/music/\(id)")
      #expect(try format.member("Artist", in: song) == "Cesária Évora")
      let deletion = try await session.call(\.musicPort, "DELETE", "/api/v1/music/\(id)")
      #expect(deletion.status == 200)
      #expect(try format.member("HTTPStatusCode", in: deletion) == "200")
      try expectProblem(try await session.call(\.musicPort, "GET", "/api/v1/music/\(id)"), 404)
      #expect(try await list(session, limit: 100) == [4])
    }
  }

  @Test("a cursor that no page ended with names no page")
  func madeUpCursor() async throws {
    try await withServices { services in
      let session = try await loggedIn(services, .json)
      for cursor in ["N2Q0OTdhZTYtMDVjNS00ZWQx", "1", "~"] {
        let query = "?limit=1&cursor=\(cursor)"
        try expectProblem(try await session.call(\.musicPort, "GET", "/api/v1/music\(query)"), 404)
        let list = "/api/v1/datastore/list\(query)&objtype=music"
        try expectProblem(try await session.call(\.datastorePort, "GET", list), 404)
      }
    }
  }

  /// The sizes of the pages, to the last.
  private func list(_ session: Session, limit: Int) async throws -> [Int] {
    var counts: [Int] = []
    var cursor: String?
    repeat {
      let next = cursor.map { "&cursor=\($0)" } ?? ""
      let page = try await session.call(
        \.musicPort, "GET", "/api/v1/music?limit=\(limit)\(next)")
      #expect(page.status == 200, "\(page.text)")
      counts.append(try #require(try session.format.member("Count", in: page).flatMap(Int.init)))
      cursor = try session.format.member("next_cursor", in: page)
    } while cursor != nil && counts.count < 20
    return counts
  }
}

@Suite("The Datastore service, running")
struct DatastoreTests {
  @Test("an object is written, read, updated and deleted", arguments: Format.allCases)
  func objects(_ format: Format) async throws {
    try await withServices { services in
      let session = Session(services, format)
      let written = try await session.call(
        \.datastorePort, "POST", "/api/v1/datastore/write", "WriteRequest",
        ["objtype": "user", "email": "a@b.org", "fname": "Sherlock", "lname": "Holmes"])
      #expect(written.status == 201, "\(written.text)")
      let id = try #require(try format.member("user_id", in: written))
      let place = "objtype=user&objkey=\(id)"

      let found = try await read(session, place, count: "1")
      #expect(try format.member("email", in: found) == "a@b.org")
      #expect(try format.member("ScannedCount", in: found) == "1")
      #expect(try format.member("HTTPStatusCode", in: found) == "200")

      let update = try await session.call(
        \.datastorePort, "PUT", "/api/v1/datastore/update?\(place)", "UpdateRequest",
        ["email": "c@d.org"])
      #expect(update.status == 200, "\(update.text)")
      let changed = try await read(session, place, count: "1")
      #expect(try format.member("email", in: changed) == "c@d.org")
      #expect(try format.member("fname", in: changed) == "Sherlock")

      let path = "/api/v1/datastore/delete?\(place)"
      #expect(try await session.call(\.datastorePort, "DELETE", path).status == 200)
      _ = try await read(session, place, count: "0")
      try expectProblem(try await session.call(\.datastorePort, "DELETE", path), 404)
    }
  }

  @Test("attributes of another table are refused, and change nothing")
  func strangers() async throws {
    try await withServices { services in
      let session = Session(services)
      let written = try await session.call(
        \.datastorePort, "POST", "/api/v1/datastore/write", "WriteRequest",
        ["objtype": "music", "Artist": "Nina Simone", "SongTitle": "Feeling Good"])
      let id = try #require(try session.format.member("music_id", in: written))
      let place = "objtype=music&objkey=\(id)"
      let update = try await session.call(
        \.datastorePort, "PUT", "/api/v1/datastore/update?\(place)", "UpdateRequest",
        ["email": "c@d.org"])
      try expectProblem(update, 409)
      #expect(update.text.contains("is not an attribute of the table 'music'"))
      let kept = try await read(session, place, count: "1")
      #expect(try session.format.member("email", in: kept) == nil)
    }
  }

  private func read(_ session: Session, _ place: String, count: String) async throws -> Answer {
    let answer = try await session.call(
      \.datastorePort, "GET", "/api/v1/datastore/read?\(place)")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try session.format.member("Count", in: answer) == count)
    return answer
  }

  @Test("only the loader may load, and what it loads has the identifier it chose")
  func load() async throws {
    try await withServices { services in
      let right = try await load(services, "svc-loader:\(ServicesProcess.loaderPassword)")
      #expect(right.status == 201, "\(right.text)")
      for credential in ["svc-loader:another password", "root:\(ServicesProcess.loaderPassword)"] {
        let wrong = try await load(services, credential)
        try expectProblem(wrong, 401)
        #expect(wrong["WWW-Authenticate"]?.hasPrefix("Basic") == true)
      }
      try expectProblem(try await load(services, nil), 401)
      let session = Session(services)
      let found = try await read(session, "objtype=music&objkey=chosen-by-us", count: "1")
      #expect(try session.format.member("SongTitle", in: found) == "Feeling Good")
    }
  }

  private func load(_ services: ServicesProcess, _ credential: String?) async throws -> Answer {
    var fields = [(name: "Content-Type", value: "application/json")]
    if let credential {
      let text = Data(credential.utf8).base64EncodedString()
      fields.append((name: "Authorization", value: "Basic \(text)"))
    }
    let body = Format.json.write(
      "",
      [
        "objtype": "music", "uuid": "chosen-by-us", "Artist": "Nina Simone",
        "SongTitle": "Feeling Good",
      ])
    return try await exchange(
      Request("POST", "/api/v1/datastore/load", fields, body: body), port: services.datastorePort)
  }

  @Test("a table that is not declared is refused, whatever its name")
  func tables() async throws {
    try await withServices { services in
      for name in ["users", "sqlite_master", "user%22%3B%20DROP%20TABLE%20user", ""] {
        let answer = try await Session(services).call(
          \.datastorePort, "GET", "/api/v1/datastore/read?objtype=\(name)&objkey=1")
        try expectProblem(answer, 400, "\(name)")
      }
    }
  }
}
