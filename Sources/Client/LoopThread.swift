import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A thread that runs one body. Nobody has to join it.
final class LoopThread: Sendable {
  /// Nil once it is joined.
  private let thread: Mutex<pthread_t?>

  /// Nil when the system gives no thread.
  init?(_ body: @escaping @Sendable () -> Void) {
    // The thread takes the box over; when there is no thread, it is released here.
    let box = Unmanaged.passRetained(Body(run: body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, { runBody($0) }, box.toOpaque()) == 0 else {
      box.release()
      return nil
    }
    self.thread = Mutex(thread)
  }

  deinit {
    thread.withLock { if let thread = $0 { _ = pthread_detach(thread) } }
  }

  /// Returns when the thread is gone, and with it what libraries keep for each thread: OpenSSL
  /// frees that as the thread ends, and once more, at the same time, if the process exits then.
  func join() {
    thread.withLock { thread in
      if let thread { pthread_join(thread, nil) }
      thread = nil
    }
  }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

private func runBody(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let box else { return nil }
  // Signals belong to the program's own threads. SIGPIPE above all: TLS writes raise it, and
  // blocked here the write just fails.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
  return nil
}
