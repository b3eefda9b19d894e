import Foundation
import Testing

#if os(Linux)
  /// The processor time of another process is read as Linux shows it.
  @Suite("More clients than descriptors")
  struct DescriptorTests {
    @Test("idle clients beyond the limit cost nothing, and when they leave others are answered")
    func idleClients() async throws {
      try await withFolder { folder in
        let services = try await ServicesProcess(["all"], descriptorsMax: 64, in: folder)
        #expect(try await Self.ticks(of: services) < 20)
        let answer = try await exchange(Request("GET", "/readiness"), port: services.userPort)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(!services.log.contains("cannot accept"), "\(services.log)")
        try await services.stop()
      }
    }

    private static let limiter = URL(filePath: "/usr/bin/prlimit")

    @Test(
      "a limit that shrinks under a server makes it wait, not spin",
      .enabled(
        if: FileManager.default.isExecutableFile(atPath: limiter.path), "there is no prlimit here"))
    func shrinkingLimit() async throws {
      try await withFolder { folder in
        let services = try await ServicesProcess(["all"], in: folder)
        let words = ["--pid", "\(services.identifier)", "--nofile=64:64"]
        try Process.run(Self.limiter, arguments: words).waitUntilExit()
        #expect(try await Self.ticks(of: services) < 20)
        #expect(services.log.contains("cannot accept"))
        let answer = try await exchange(Request("GET", "/health"), port: services.userPort)
        #expect(answer.status == 200, "\(answer.text)")
        try await services.stop()
      }
    }

    /// What a second costs with two hundred idle clients, in processor ticks: a hundred are a second.
    /// The least of a few seconds, as the clients have to be taken in first.
    private static func ticks(of services: ServicesProcess) async throws -> Int {
      try await waiting {
        let clients = try (0..<200).map { _ in try Wire(port: services.userPort) }
        let seconds = try (0..<5).map { _ in
          let before = try processorTicks(of: services.identifier)
          usleep(1_000_000)
          return try processorTicks(of: services.identifier) - before
        }
        withExtendedLifetime(clients) {}
        return try #require(seconds.min())
      }
    }

    /// In user and in kernel mode: proc(5), fields 14 and 15, counted behind the program's name.
    private static func processorTicks(of process: Int32) throws -> Int {
      let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      let fields = try #require(text.split(separator: ")").last).split(separator: " ")
      return try #require(Int(fields[11])) + #require(Int(fields[12]))
    }
  }
#endif
