import Foundation
import Testing

@Suite("The services' process")
struct ShutdownTests {
  private static let body = Format.json.write(
    "", ["Email": "a@b.org", "Fname": "Sherlock", "Lname": "Holmes"])

  @Test("SIGTERM lets a request in flight finish, and the exit status is 0")
  func inFlight() async throws {
    try await withFolder { folder in
      let words = ["all", "--store", "sqlite:\(folder.path)/store.sqlite"]
      let services = try await ServicesProcess(words, in: folder)
      let answer: Answer? = try await waiting {
        let wire = try Wire(port: services.userPort)
        let request = Request(
          "POST", "/api/v1/user",
          [
            (name: "Content-Type", value: "application/json"),
            (name: "Expect", value: "100-continue"),
          ], body: Self.body)
        try wire.send(request.head)
        // The server has read the head and waits for the body.
        guard try wire.receive()?.status == 100 else { return nil }
        let half = Self.body.count / 2
        try wire.send(Self.body[..<half])
        services.terminate()
        while (try? Wire(port: services.userPort)) != nil { usleep(20_000) }
        try wire.send(Self.body[half...])
        return try wire.receive()
      }
      #expect(answer?.status == 201, "\(answer?.text ?? "closed")")
      #expect(try await services.waitForExit() == 0, "\(services.log)")
      #expect(throws: WireError.self) { try Wire(port: services.userPort) }
    }
  }

  @Test("a second SIGINT ends a process that waits for a request at once")
  func impatience() async throws {
    try await withFolder { folder in
      let services = try await ServicesProcess(["all"], in: folder)
      let port = services.userPort
      try await waiting {
        let wire = try Wire(port: port)
        let fields = [
          (name: "Content-Type", value: "application/json"), (name: "Content-Length", value: "9"),
          (name: "Expect", value: "100-continue"),
        ]
        try wire.send(Request("POST", "/api/v1/user", fields).bytes)
        #expect(try wire.receive()?.status == 100)
        services.interrupt()
        while (try? Wire(port: port)) != nil { usleep(20_000) }
        services.interrupt()
        #expect(wire.isClosedByPeer(within: 60))
      }
      #expect(try await services.waitForExit() == 128 + SIGINT)
    }
  }

  @Test("an idle process ends soon after SIGTERM")
  func idle() async throws {
    try await withServices { services in
      let wire = try Wire(port: services.userPort)
      try wire.send(Request("GET", "/health").bytes)
      #expect(try wire.receive()?.status == 200)
      services.terminate()
      #expect(try await services.waitForExit() == 0)
    }
  }

  @Test("the request id that a client sends to User is in Datastore's log line")
  func requestID() async throws {
    try await withFolder { folder in
      let services = try await ServicesProcess(["all"], in: folder)
      let id = "request-\(UUID().uuidString)"
      let answer = try await exchange(
        Request(
          "POST", "/api/v1/user",
          [(name: "Content-Type", value: "application/json"), (name: "X-Request-Id", value: id)],
          body: Self.body), port: services.userPort)
      #expect(answer.status == 201)
      #expect(answer["X-Request-Id"] == id)
      try await services.stop()
      let lines = services.log.split(separator: "\n").filter { $0.contains(id) }
      for service in ["user", "datastore"] {
        #expect(
          lines.contains { $0.contains("service=\(service)") && $0.contains("answered") },
          "\(services.log)")
      }
      #expect(!services.log.contains("a@b.org"))
    }
  }

  @Test("User without its Datastore lives, and says that it is not ready")
  func notReady() async throws {
    let nobody = "http://127.0.0.1:\(try Loopback.freePort())"
    try await withServices(["user", "--datastore-url", nobody]) { services in
      #expect(try await exchange(Request("GET", "/health"), port: services.userPort).status == 200)
      for request in [
        Request("GET", "/readiness"),
        Request(
          "POST", "/api/v1/user", [(name: "Content-Type", value: "application/json")],
          body: Self.body),
      ] {
        let answer = try await exchange(request, port: services.userPort)
        try expectProblem(answer, 503)
        #expect(answer["Retry-After"].flatMap(Int.init).map { $0 >= 1 } == true)
      }
    }
  }

  @Test("each service is ready when all run, and has a page for a browser")
  func ready() async throws {
    try await withServices { services in
      for port in [services.userPort, services.musicPort, services.datastorePort] {
        let readiness = try await exchange(Request("GET", "/readiness"), port: port)
        #expect(readiness.status == 200)
        #expect(try readiness.json()["status"] as? String == "ready")
        let page = try await exchange(Request("GET", "/"), port: port)
        #expect(page.status == 200)
        #expect(page["Content-Type"]?.hasPrefix("text/html") == true)
        #expect(page.text.contains("<h1>"))
      }
    }
  }
}
