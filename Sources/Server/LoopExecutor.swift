import NIOCore

/// Runs tasks on one event loop, so that a request that does not wait never changes thread.
///
/// `@unchecked Sendable`: `startsInline` is read and written on the event loop's thread only.
final class LoopExecutor: TaskExecutor, @unchecked Sendable {
  let eventLoop: any EventLoop
  private var startsInline = false

  init(_ eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    if eventLoop.inEventLoop, startsInline {
      startsInline = false
      job.runSynchronously(on: asUnownedTaskExecutor())
      return
    }
    let job = UnownedJob(job)
    eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Starts a task from the event loop's thread, running it at once to where it first waits: the
  /// way through the loop's queue is saved for the many that never do. Only the job that creating
  /// the task enqueues is run so; a job enqueued later may come while somebody holds a lock.
  func start(_ operation: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    startsInline = true
    let task = Task(executorPreference: self, operation: operation)
    startsInline = false
    return task
  }
}
