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
      let answer = try await waiting {
        let wire = try Wire(port: services.userPort)
        let request = Request(
          "POST", "/api/v1/user", [(name: "Content-Type", value: "application/json")],
          body: Self.body)
        let half = Self.body.count / 2
        try wire.send(request.head + Self.body[..<half])
        usleep(300_000)
        services.terminate()
        usleep(500_000)
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
      let wire = try Wire(port: services.userPort)
      try wire.send(Request("POST", "/api/v1/user", [(name: "Content-Length", value: "9")]).bytes)
      try await Task.sleep(for: .milliseconds(200))
      services.interrupt()
      try await Task.sleep(for: .milliseconds(500))
      services.interrupt()
      #expect(try await services.waitForExit() == 128 + SIGINT)
      withExtendedLifetime(wire) {}
    }
  }

  @Test("an idle process ends soon after SIGTERM")
  func idle() async throws {
    try await withServices { services in
      let wire = try Wire(port: services.userPort)
      try wire.send(Request("GET", "/health").bytes)
      #expect(try wire.receive()?.status == 200)
      let start = ContinuousClock.now
      services.terminate()
      #expect(try await services.waitForExit() == 0)
      #expect(ContinuousClock.now - start < .seconds(5))
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
