import AccordClient
import AccordRuntime
import Glibc
import HTTPTypes
import Testing

extension TransportTests {
  @Test("many requests at once share few connections")
  func connections() async throws {
    let server = try LoopbackServer { request in .ok(request.target, delayMilliseconds: 1) }
    defer { server.stop() }
    var configuration = CurlTransport.Configuration()
    configuration.connectionsPerHostMax = 8
    let transport = CurlTransport(configuration: configuration)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<100 {
        group.addTask {
          for round in 0..<5 {
            let request = ClientRequest(
              method: .get, url: server.url("/\(index)/\(round)"), operationID: "t")
            let response = try await transport.send(request)
            #expect(text(response) == "/\(index)/\(round)")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(server.counts.requests.count == 500)
    #expect(server.counts.accepted <= 8)
  }

  @Test("a thousand requests at once are all answered, and cancelling them all at once ends them")
  func thousand() async throws {
    let server = try LoopbackServer { request in
      .ok(request.target, delayMilliseconds: request.target == "/slow" ? 20_000 : 0)
    }
    defer { server.stop() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<1000 {
        group.addTask {
          let response = try await send(.get, server.url("/\(index)"))
          #expect(text(response) == "/\(index)")
        }
      }
      try await group.waitForAll()
    }
    #expect(server.counts.requests.count == 1000)
    #expect(server.counts.openMax <= 64)
    let errors = await withTaskGroup(of: TransportError?.self) { group in
      for _ in 0..<1000 { group.addTask { await failure(server.url("/slow")) } }
      _ = try? await eventually { server.counts.requests.count >= 1064 }
      group.cancelAll()
      return await group.reduce(into: Set<TransportError?>()) { $0.insert($1) }
    }
    #expect(errors == [.cancelled])
    #expect(try await text(send(.get, server.url("/after"))) == "/after")
  }

  @Test("a cancelled request returns at once and gives its connection up")
  func cancellation() async throws {
    let server = try LoopbackServer { _ in .ok(delayMilliseconds: 600_000) }
    defer { server.stop() }
    let url = server.url("/")
    let transport = transport
    let task = Task {
      let request = ClientRequest(method: .get, url: url, operationID: "t")
      return await AccordClientTests.failure(of: request, on: transport)
    }
    #expect(try await eventually { server.counts.requests.count == 1 })
    task.cancel()
    #expect(await task.value == .cancelled)
    #expect(try await eventually { server.counts.open == 0 })
  }

  @Test("requests cancelled at any moment end, and the transport goes on")
  func cancellationRaces() async throws {
    let server = try LoopbackServer { _ in .ok(delayMilliseconds: 1) }
    defer { server.stop() }
    let transport = transport
    let url = server.url("/")
    let tasks = (0..<300).map { index in
      let task = Task {
        if index % 3 == 0 { await Task.yield() }
        _ = try await transport.send(ClientRequest(method: .get, url: url, operationID: "t"))
      }
      if index % 2 == 0 { task.cancel() }
      return task
    }
    for (index, task) in tasks.enumerated() where index % 5 == 0 { task.cancel() }
    for task in tasks {
      do { try await task.value } catch { #expect(error as? TransportError == .cancelled) }
    }
    #expect(try await text(send(.get, url)) == "ok")
  }

  @Test("shutting down ends what is under way, refuses what comes, and may be repeated")
  func shutdown() async throws {
    let server = try LoopbackServer { _ in .ok(delayMilliseconds: 600_000) }
    defer { server.stop() }
    let url = server.url("/")
    async let first = failure(url)
    async let second = failure(url)
    #expect(try await eventually { server.counts.requests.count == 2 })
    await transport.shutdown()
    #expect(await [first, second] == [.cancelled, .cancelled])
    #expect(await failure(url) == .cancelled)
    await transport.shutdown()
    #expect(try await eventually { server.counts.open == 0 })
  }

  @Test("transports come and go without leaving threads or descriptors behind")
  func leaks() async throws {
    let server = try LoopbackServer { _ in .ok() }
    defer { server.stop() }
    let request = ClientRequest(method: .get, url: server.url("/"), operationID: "t")
    func cycle(_ count: Int, shuttingDown: Bool) async throws {
      for _ in 0..<count {
        let transport = CurlTransport()
        _ = try await transport.send(request)
        if shuttingDown { await transport.shutdown() }
      }
    }
    try await cycle(3, shuttingDown: true)
    let descriptors = entries(of: "/proc/self/fd")
    let threads = entries(of: "/proc/self/task")
    try await cycle(50, shuttingDown: true)
    try await cycle(50, shuttingDown: false)
    #expect(
      try await eventually { entries(of: "/proc/self/fd") <= descriptors + 5 },
      "\(entries(of: "/proc/self/fd")) descriptors after \(descriptors)")
    #expect(
      try await eventually { entries(of: "/proc/self/task") <= threads + 10 },
      "\(entries(of: "/proc/self/task")) threads after \(threads)")
  }
}

/// How many entries a directory has.
private func entries(of directory: String) -> Int {
  guard let stream = opendir(directory) else { return 0 }
  defer { closedir(stream) }
  var count = 0
  while readdir(stream) != nil { count += 1 }
  return count
}
