import GRDB
import Synchronization

/// Read-only connections that serve reads on the caller's own thread: a read from SQLite's page
/// cache costs less than the change of thread that would save.
final class ReaderPool: Sendable {
  private let readers: [DatabaseQueue]
  private let state: Mutex<State>

  private struct State: Sendable {
    var idle: [Int]
    var next = 0
    var isClosed = false
  }

  init(path: String, count: Int) throws {
    var readers: [DatabaseQueue] = []
    for index in 0..<count {
      var configuration = SQLiteFile.configuration
      configuration.readonly = true
      configuration.label = "accord.store.reader.\(index)"
      readers.append(try DatabaseQueue(path: path, configuration: configuration))
    }
    self.readers = readers
    state = Mutex(State(idle: Array(readers.indices)))
  }

  /// Runs `body` on an idle connection, or waits for a busy one in turn.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    let (index, isBorrowed) = try borrow()
    defer { if isBorrowed { state.withLock { $0.idle.append(index) } } }
    do {
      return try readers[index].unsafeRead { db in
        // Closed while this read waited for its turn.
        guard db.sqliteConnection != nil else { throw Self.closed }
        return try body(db)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unavailable(reason: "\(error)")
    }
  }

  func close() {
    state.withLock { $0.isClosed = true }
    // Waits for the read under way on each; fails only while a statement is in use.
    for reader in readers { try? reader.close() }
  }

  private static let closed = StoreError.unavailable(reason: "the store is closed")

  private func borrow() throws(StoreError) -> (index: Int, isBorrowed: Bool) {
    let choice = state.withLock { state -> (Int, Bool)? in
      if state.isClosed { return nil }
      if let index = state.idle.popLast() { return (index, true) }
      state.next = (state.next + 1) % readers.count
      return (state.next, false)
    }
    guard let choice else { throw Self.closed }
    return choice
  }
}
