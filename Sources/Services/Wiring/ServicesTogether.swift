import ServiceLifecycle

/// Services that stop at the same time, where a group would stop one after the other.
struct ServicesTogether: Service {
  let services: [any Service]

  /// Until all have ended, or one fails: the others are cancelled then.
  func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for service in services { group.addTask { try await service.run() } }
      while try await group.next() != nil {}
    }
  }
}
