import Foundation
import Testing

@Suite("Bad input to a running service")
struct BadInputTests {
  @Test("is answered in the 400s or by a closed connection, and harms nothing")
  func badInput() async throws {
    try await withServices { services in
      for input in BadInput.all {
        let answer = try await send(input, to: services)
        if let answer {
          try expectProblem(answer, input.status ?? answer.status, "\(input.name): \(answer.text)")
          #expect((400..<500).contains(answer.status), "\(input.name)")
        } else {
          #expect(input.mayClose, "\(input.name) was not answered")
        }
        let health = try await exchange(Request("GET", "/health"), port: input.port(services))
        #expect(health.status == 200, "after \(input.name)")
      }
      #expect(!services.log.contains(" error "), "\(services.log)")
      // Nothing was stored by any of them.
      let users = try await Session(services).call(
        \.datastorePort, "GET", "/api/v1/datastore/list?objtype=user")
      #expect(try users.json()["Count"] as? Int == 0)
    }
  }

  /// The answer, or nil if the connection was closed without one.
  private func send(_ input: BadInput, to services: ServicesProcess) async throws -> Answer? {
    let port = input.port(services)
    return try await waiting {
      let wire = try Wire(port: port)
      // The service may answer and close before everything is sent.
      try? wire.send(input.bytes)
      if input.ends { wire.finishSending() }
      do {
        return try wire.receive()
      } catch {
        Issue.record("\(input.name): \(error)")
        return nil
      }
    }
  }

  @Test("a wrong method is told the right ones")
  func allow() async throws {
    try await withServices { services in
      for (path, methods) in [
        ("/api/v1/user", ["POST"]), ("/api/v1/user/x", ["DELETE", "GET", "PUT"]),
      ] {
        let answer = try await exchange(Request("PATCH", path), port: services.userPort)
        try expectProblem(answer, 405)
        let allowed = answer["Allow"]?.split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(Set(methods).isSubset(of: Set(allowed ?? [])))
      }
    }
  }

  @Test("every violation of one body is in one answer, with its pointer")
  func violations() async throws {
    try await withServices { services in
      let answer = try await exchange(
        Request(
          "POST", "/api/v1/user", [(name: "Content-Type", value: "application/json")],
          body: Array(#"{"Email": "nobody", "Fname": "", "extra": 1}"#.utf8)),
        port: services.userPort)
      try expectProblem(answer, 400)
      let violations = try answer.json()["violations"] as? [[String: Any]] ?? []
      let pointers = Set(violations.compactMap { $0["pointer"] as? String })
      #expect(pointers.isSuperset(of: ["/Email", "/Fname"]), "\(answer.text)")
      #expect(violations.count == 4, "\(answer.text)")
    }
  }

  @Test("a client that stalls is let go, in the head and in the body", .timeLimit(.minutes(5)))
  func stalling() async throws {
    try await withServices { services in
      let port = services.userPort
      let request = Request(
        "POST", "/api/v1/user", [(name: "Content-Type", value: "application/json")],
        body: Array(BadInput.fine.utf8))
      async let body = stall(after: request.bytes.dropLast(5), port: port, seconds: 45)
      async let head = stall(after: request.head.dropLast(5), port: port, seconds: 25)
      for answer in try await [head, body] {
        if let answer { try expectProblem(answer, 408) }
      }
      #expect(try await exchange(Request("GET", "/health"), port: port).status == 200)
    }
  }

  /// Sends so much and no more; the answer, or nil if the connection is closed without one.
  private func stall(
    after bytes: ArraySlice<UInt8>, port: Int, seconds: Double
  ) async throws -> Answer? {
    try await waiting {
      let wire = try Wire(port: port)
      try wire.send(bytes)
      let answer = try wire.receive(within: seconds)
      #expect(wire.isClosedByPeer(within: 10))
      return answer
    }
  }
}
