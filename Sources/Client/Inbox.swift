import AccordRuntime
import Synchronization

/// A request on its way to the loop, and who waits for it.
struct Submission: Sendable {
  let id: UInt64
  let request: ClientRequest
  let continuation: UnsafeContinuation<Result<ClientResponse, TransportError>, Never>
}

/// What the loop has been asked to do since it last looked.
struct Work: Sendable {
  var submissions: [Submission] = []
  var cancellations: [UInt64] = []
  var isStopping = false
}

/// Where callers leave work for a transport's thread.
///
/// The thread is woken only when it sleeps, so that a burst of requests costs one system call.
final class Inbox: Sendable {
  private struct State {
    var work = Work()
    /// Set while the loop can be woken: between its start and its end.
    var pipe: WakePipe?
    var isAsleep = false
    /// What a request meets when the loop takes none any more.
    var refusal = TransportError.cancelled
    var hasEnded = false
    var waiters: [CheckedContinuation<Void, Never>] = []

    /// What to wake the loop by, once the lock is given back: others wait for it, and waking is a
    /// system call.
    mutating func sleeper() -> WakePipe? {
      guard isAsleep else { return nil }
      isAsleep = false
      return pipe
    }
  }

  private let state = Mutex(State())
  private let lastID = Atomic<UInt64>(0)

  func nextID() -> UInt64 {
    lastID.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Hands a request over, or resumes it here when its task is cancelled or the transport stopped.
  func submit(_ submission: Submission) {
    let (refusal, sleeper): (TransportError?, WakePipe?) = state.withLock { state in
      // Read under the lock: a cancellation that came before is seen here, and one that comes
      // later finds the submission.
      guard !Task.isCancelled else { return (.cancelled, nil) }
      guard !state.work.isStopping else { return (state.refusal, nil) }
      state.work.submissions.append(submission)
      return (nil, state.sleeper())
    }
    sleeper?.wake()
    if let refusal { submission.continuation.resume(returning: .failure(refusal)) }
  }

  func cancel(_ id: UInt64) {
    let sleeper: WakePipe? = state.withLock { state in
      guard !state.work.isStopping else { return nil }
      state.work.cancellations.append(id)
      return state.sleeper()
    }
    sleeper?.wake()
  }

  func stop() {
    let sleeper = state.withLock { state in
      state.work.isStopping = true
      return state.sleeper()
    }
    sleeper?.wake()
  }

  func stopAndWait() async {
    stop()
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if !state.hasEnded { state.waiters.append(continuation) }
        return state.hasEnded
      }
      if hasEnded { continuation.resume() }
    }
  }
}

/// The loop's side.
extension Inbox {
  func open(_ pipe: WakePipe) {
    state.withLock { $0.pipe = pipe }
  }

  /// Swaps `done`, which is empty, for what has come in, so that neither side allocates.
  func take(into done: inout Work) {
    state.withLock { state in
      state.isAsleep = false
      swap(&state.work, &done)
      state.work.isStopping = done.isStopping
    }
  }

  /// Whether the loop may sleep; from then on whoever leaves work wakes it.
  func fallAsleep() -> Bool {
    state.withLock { state in
      state.isAsleep =
        state.work.submissions.isEmpty && state.work.cancellations.isEmpty
        && !state.work.isStopping
      return state.isAsleep
    }
  }

  /// Refuses all further work, with `refusal`, and gives back what was left over.
  func close(refusal: TransportError) -> [Submission] {
    state.withLock { state in
      state.pipe = nil
      state.refusal = refusal
      state.work.isStopping = true
      defer { state.work.submissions = [] }
      return state.work.submissions
    }
  }

  /// The loop holds nothing any more.
  func end() {
    let waiters = state.withLock { state in
      state.hasEnded = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }
}
