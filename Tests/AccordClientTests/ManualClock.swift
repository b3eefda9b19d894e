import AccordRuntime
import Synchronization

/// A clock that moves only when told to, or when slept on: then at once, by the whole pause.
final class ManualClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
  }

  private let state = Mutex((elapsed: Duration.zero, pauses: [Duration]()))

  var now: Instant { Instant(offset: elapsed) }
  var minimumResolution: Duration { .zero }
  var elapsed: Duration { state.withLock { $0.elapsed } }
  var pauses: [Duration] { state.withLock { $0.pauses } }

  func advance(by duration: Duration) {
    state.withLock { $0.elapsed += duration }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.pauses.append(deadline.offset - state.elapsed)
      state.elapsed = deadline.offset
    }
  }
}

/// Outcomes to be given out one after another; the last repeats.
final class Script: Sendable {
  private let rest: Mutex<[Result<ClientResponse, TransportError>]>

  init(_ outcomes: [Result<ClientResponse, TransportError>]) {
    rest = Mutex(outcomes)
  }

  func next() -> Result<ClientResponse, TransportError> {
    rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}
