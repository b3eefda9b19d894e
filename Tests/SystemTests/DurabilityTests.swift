import Foundation
import Synchronization
import Testing

@Suite("A crash of the services")
struct DurabilityTests {
  @Test("kill -9 during a stream of creates loses none that was answered", .timeLimit(.minutes(5)))
  func kill() async throws {
    try await withFolder { folder in
      let words = ["all", "--store", "sqlite:\(folder.path)/store.sqlite", "--log-level", "error"]
      let services = try await ServicesProcess(words, in: folder)
      let ids = try await createUntilKilled(services, connections: 4, count: 400)
      #expect(ids.count >= 400)

      let restarted = try await ServicesProcess(words, in: folder)
      let token = try await Session(restarted).logIn(try #require(ids.first))
      let port = restarted.userPort
      let missing = try await waiting {
        let wire = try Wire(port: port)
        return try ids.filter { id in
          try wire.send(
            Request(
              "GET", "/api/v1/user/\(id)", [(name: "Authorization", value: "Bearer \(token)")]
            ).bytes)
          return try wire.receive()?.status != 200
        }
      }
      #expect(missing.isEmpty)
      try await restarted.stop()
    }
  }

  /// Kills the process once so many creates are answered; the answered identifiers, also of the
  /// answers that were on their way then.
  private func createUntilKilled(
    _ services: ServicesProcess, connections: Int, count: Int
  ) async throws -> [String] {
    let answered = Answered()
    await withTaskGroup { group in
      for _ in 0..<connections {
        group.addTask {
          // The connection breaks when the process is killed.
          try? await waiting { try create(services.userPort, answered) }
        }
      }
      group.addTask {
        for _ in 0..<3000 where answered.ids.count < count {
          try? await Task.sleep(for: .milliseconds(10))
        }
        services.kill()
      }
    }
    #expect(try await services.waitForExit() == nil)
    return answered.ids
  }

  private func create(_ port: Int, _ answered: Answered) throws {
    let wire = try Wire(port: port)
    let request = Request(
      "POST", "/api/v1/user", [(name: "Content-Type", value: "application/json")],
      body: Format.json.write("", ["Email": "a@b.org", "Fname": "S", "Lname": "H"]))
    while true {
      try wire.send(request.bytes)
      guard let answer = try wire.receive() else { return }
      #expect(answer.status == 201)
      if let id = try answer.json()["user_id"] as? String { answered.add(id) }
    }
  }
}

private final class Answered: Sendable {
  private let list = Mutex<[String]>([])

  var ids: [String] { list.withLock { $0 } }

  func add(_ id: String) {
    list.withLock { $0.append(id) }
  }
}
