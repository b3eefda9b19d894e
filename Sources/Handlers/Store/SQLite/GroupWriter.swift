import Dispatch
import GRDB
import Synchronization

/// Commits concurrent writes together: whoever comes while a commit is under way waits for the
/// next one, and one fsync then serves them all. Nobody waits on purpose; an idle writer starts
/// at once. A write is acknowledged only after the COMMIT that holds it has returned.
final class GroupWriter: Sendable {
  static let groupWritesMax = 256
  /// Beyond it callers are refused, so that a disk that hangs does not fill the memory.
  static let waitingWritesMax = 16_384

  private let database: DatabaseQueue
  private let now: StoreClock
  private let thread = DispatchQueue(label: "accord.store.writer", qos: .userInitiated)
  private let state = Mutex(State())
  /// Transactions committed and writes in them, for tests of grouping.
  let commitCount = Atomic<Int>(0)
  let writeCount = Atomic<Int>(0)

  private struct Waiting: Sendable {
    let write: Write
    let continuation: CheckedContinuation<Result<WriteOutcome, StoreError>, Never>
  }

  private struct State: Sendable {
    var waiting: [Waiting] = []
    var isDraining = false
    var isClosed = false
  }

  init(_ database: DatabaseQueue, now: @escaping StoreClock) {
    self.database = database
    self.now = now
  }

  func submit(_ write: Write) async throws(StoreError) -> WriteOutcome {
    let result = await withCheckedContinuation { continuation in
      enqueue(Waiting(write: write, continuation: continuation))
    }
    return try result.get()
  }

  /// Commits what waits, then closes the connection.
  func close() async {
    state.withLock { $0.isClosed = true }
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      thread.async { [self] in
        drain()
        // Fails only while a statement is in use, and none outlives its closure.
        try? database.close()
        continuation.resume()
      }
    }
  }

  private func enqueue(_ waiting: Waiting) {
    let (refusal, wakes) = state.withLock { state -> (StoreError?, Bool) in
      if state.isClosed { return (.unavailable(reason: "the store is closed"), false) }
      guard state.waiting.count < Self.waitingWritesMax else {
        return (.unavailable(reason: "too many writes are waiting"), false)
      }
      state.waiting.append(waiting)
      defer { state.isDraining = true }
      return (nil, !state.isDraining)
    }
    if let refusal { waiting.continuation.resume(returning: .failure(refusal)) }
    if wakes { thread.async { [self] in drain() } }
  }

  private func drain() {
    while let group = nextGroup() {
      let results = commit(group.map(\.write))
      for (waiting, result) in zip(group, results) {
        waiting.continuation.resume(returning: result)
      }
    }
  }

  private func nextGroup() -> [Waiting]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isDraining = false
        return nil
      }
      let group = Array(state.waiting.prefix(Self.groupWritesMax))
      state.waiting.removeFirst(group.count)
      return group
    }
  }

  /// One result a write, in order.
  private func commit(_ writes: [Write]) -> [Result<WriteOutcome, StoreError>] {
    do {
      let results = try database.writeWithoutTransaction { try applyAll(writes, on: $0) }
      commitCount.add(1, ordering: .relaxed)
      writeCount.add(writes.count, ordering: .relaxed)
      return results
    } catch {
      let failure = StoreError.unavailable(reason: "\(error)")
      return writes.map { _ in .failure(failure) }
    }
  }

  private func applyAll(
    _ writes: [Write], on db: Database
  ) throws -> [Result<WriteOutcome, StoreError>] {
    var results: [Result<WriteOutcome, StoreError>] = []
    results.reserveCapacity(writes.count)
    let now = now()
    try db.inTransaction(.immediate) {
      for write in writes { results.append(try apply(write, on: db, now: now)) }
      return .commit
    }
    return results
  }

  /// A failed statement undoes itself alone, and the group goes on; but errors such as a full disk
  /// make SQLite roll back the transaction, and then every write of the group has failed.
  private func apply(
    _ write: Write, on db: Database, now: Int64
  ) throws -> Result<WriteOutcome, StoreError> {
    do {
      return .success(try write.apply(on: db, now: now))
    } catch let error as StoreError {
      return .failure(error)
    } catch {
      guard db.isInsideTransaction else { throw error }
      return .failure(.unavailable(reason: "\(error)"))
    }
  }
}
