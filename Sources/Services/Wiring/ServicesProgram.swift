package import AccordRuntime
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// The process: what its command line and environment ask for, until a signal ends it.
package struct ServicesProgram: Sendable {
  /// What answers at a service's port, given what answers for the service.
  package typealias Front = @Sendable (ServiceName, any Responder) -> any Responder

  private let front: Front

  /// - Parameter front: else services answer for themselves.
  package init(front: @escaping Front = { _, service in service }) {
    self.front = front
  }

  /// Ends the process with status 1 where the services cannot start or one of them fails.
  package func run() async {
    let words = Array(CommandLine.arguments.dropFirst())
    if CommandLineWords.wantHelp(words) {
      print(CommandLineWords.usage)
      return
    }
    do {
      let environment = ProcessInfo.processInfo.environment
      let settings = try Settings(arguments: words, environment: environment)
      try await run(settings)
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  private func run(_ settings: Settings) async throws {
    var logger = Logger(label: "services")
    logger.logLevel = settings.logLevel
    let system = try ServiceSystem(settings, logger: logger, front: front)
    let group = ServiceGroup(
      configuration: .init(
        services: system.services.map {
          .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup)
        },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    let impatience = endAtSecondInterrupt()
    defer { impatience.cancel() }
    do {
      try await group.run()
    } catch {
      await system.close()
      throw error
    }
    await system.close()
  }

  /// Who interrupts twice does not want to wait for the requests in flight.
  private func endAtSecondInterrupt() -> Task<Void, Never> {
    Task {
      var count = 0
      for await _ in await UnixSignalsSequence(trapping: .sigint) {
        count += 1
        if count == 2 { exit(128 + SIGINT) }
      }
    }
  }
}
