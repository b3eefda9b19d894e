import Glibc
import Synchronization
import Testing

@testable import AccordClient

@Suite("The thread of a transport") struct LoopThreadTests {
  @Test("is joined when what it keeps for itself is freed, not before")
  func join() throws {
    var key = pthread_key_t()
    #expect(pthread_key_create(&key, free) == 0)
    let created = key
    let thread = try #require(
      LoopThread { pthread_setspecific(created, Unmanaged.passRetained(Slow()).toOpaque()) })
    thread.join()
    #expect(Slow.freedCount.load(ordering: .sequentiallyConsistent) == 1)
    thread.join()
    pthread_key_delete(key)
  }
}

/// Takes its time to be freed.
private final class Slow: Sendable {
  static let freedCount = Atomic<Int>(0)

  deinit {
    usleep(50_000)
    Self.freedCount.add(1, ordering: .sequentiallyConsistent)
  }
}

private func free(_ value: UnsafeMutableRawPointer?) {
  guard let value else { return }
  Unmanaged<Slow>.fromOpaque(value).release()
}
