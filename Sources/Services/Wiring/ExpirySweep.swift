import AccordRuntime
import Logging
import ServiceLifecycle
import Store

/// Gives back, every ten minutes, the space of what has expired.
struct ExpirySweep: Service {
  let store: any TableStore
  let tables: [Table]
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await sweep()
        try await Task.sleep(for: .seconds(600))
      }
    }
  }

  private func sweep() async {
    for table in tables where table.expiryAttribute != nil {
      do {
        let count = try await store.removeExpired(from: table)
        if count > 0 { logger.info("removed \(count) expired items of \(table.name)") }
      } catch {
        logger.error("cannot remove expired items of \(table.name): \(error)")
      }
    }
  }
}
