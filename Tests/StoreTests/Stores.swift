import AccordRuntime
import Foundation
import Store
import Synchronization
import Testing

/// The implementations that every conformance test runs on.
enum Implementation: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory, sqlite

  var testDescription: String { rawValue }

  /// A new, empty store, closed and removed afterwards.
  func withStore(
    clock: TestClock = TestClock(), _ body: (any TableStore) async throws -> Void
  ) async throws {
    switch self {
    case .memory:
      let store = try MemoryStore(tables: Tables.all, now: clock.reading)
      try await body(store)
      await store.close()
    case .sqlite:
      try await withFolder { folder in
        let path = folder.appending(path: "store.sqlite").path
        let store = try SQLiteStore(path: path, tables: Tables.all, now: clock.reading)
        try await body(store)
        await store.close()
      }
    }
  }
}

enum Tables {
  static let user = Table(
    "user", key: "user_id",
    attributes: [.init("Email", .string), .init("fname", .string), .init("visits", .integer)])
  /// Every word of this declaration needs quoting in SQL.
  static let odd = Table(
    "select \"it\"; --", key: "group",
    attributes: [
      .init("from", .string), .init("\"", .integer), .init("\"\u{301} TEXT); --", .integer),
      .init("\u{E9}", .string), .init("e\u{301}", .integer),
    ])
  static let session = Table(
    "session", key: "jti", attributes: [.init("sub", .string), .init("exp", .integer)],
    expiry: "exp")
  static let measures = Table(
    "measures", key: "id", attributes: [.init("level", .number), .init("final", .boolean)])
  static let bare = Table("bare", key: "id", attributes: [])
  static let all = [user, odd, session, measures, bare]
}

/// A clock that stands until it is set.
final class TestClock: Sendable {
  private let seconds = Atomic<Int64>(1000)

  func set(_ value: Int64) { seconds.store(value, ordering: .sequentiallyConsistent) }
  var reading: StoreClock { { [self] in seconds.load(ordering: .sequentiallyConsistent) } }
}

func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "accord-store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

/// The result of each of `count` calls made at once.
func concurrently<Value: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) async -> Value
) async -> [Value] {
  await withTaskGroup(of: Value.self) { group in
    for index in 0..<count { group.addTask { await body(index) } }
    return await group.reduce(into: []) { $0.append($1) }
  }
}

extension StoreError {
  var isInvalid: Bool { if case .invalid = self { true } else { false } }
  var unavailableReason: String? { if case .unavailable(let reason) = self { reason } else { nil } }
}
