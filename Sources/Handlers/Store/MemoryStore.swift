public import AccordRuntime
import Synchronization

/// Items in memory, gone with the process: for tests, and to try a service without a file.
public final class MemoryStore: TableStore {
  private let declared: [String: Table]
  private let now: StoreClock
  private let state: Mutex<State>

  /// Throws `invalid` for a table that no store can keep.
  public init(
    tables: [Table], now: @escaping StoreClock = SystemClock.seconds
  ) throws(StoreError) {
    if let problem = Table.problem(in: tables) { throw .invalid(reason: problem) }
    declared = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    self.now = now
    state = Mutex(State(tables: declared.mapValues { _ in Rows() }))
  }

  public func read(_ key: String, from table: Table) async throws(StoreError) -> Item? {
    try ItemRules.check(key: key)
    return try onRows(of: table) { rows throws(StoreError) in
      rows.live(key, in: table, now: now())
    }
  }

  public func create(_ item: Item, key: String, in table: Table) async throws(StoreError) {
    let complete = try checked(item, key: key, in: table)
    try onRows(of: table) { rows throws(StoreError) in
      guard rows.live(key, in: table, now: now()) == nil else { throw .alreadyExists }
      rows.set(key, complete)
    }
  }

  public func put(_ item: Item, key: String, in table: Table) async throws(StoreError) {
    let complete = try checked(item, key: key, in: table)
    try onRows(of: table) { rows throws(StoreError) in rows.set(key, complete) }
  }

  @discardableResult
  public func update(
    _ key: String, in table: Table, setting attributes: Item
  ) async throws(StoreError) -> Item {
    try ItemRules.check(key: key)
    try ItemRules.check(attributes: attributes, key: key, in: table)
    return try onRows(of: table) { rows throws(StoreError) in
      guard let item = rows.live(key, in: table, now: now()) else { throw .notFound }
      let merged = try ItemRules.merge(attributes, into: item, key: key, in: table)
      rows.set(key, merged)
      return merged
    }
  }

  @discardableResult
  public func delete(_ key: String, from table: Table) async throws(StoreError) -> Bool {
    try ItemRules.check(key: key)
    return try onRows(of: table) { rows throws(StoreError) in
      let existed = rows.live(key, in: table, now: now()) != nil
      rows.set(key, nil)
      return existed
    }
  }

  public func list(
    _ table: Table, after cursor: PageCursor?, limit: Int
  ) async throws(StoreError) -> ItemPage {
    let limit = try ItemRules.pageLimit(limit)
    let after = try cursor.map { cursor throws(StoreError) in
      try KeyCursor.key(of: cursor, in: table)
    }
    return try onRows(of: table) { rows throws(StoreError) in
      var page = PageBuilder(of: table, limit: limit)
      for key in rows.keys(after: after) {
        guard let item = rows.live(key.text, in: table, now: now()) else { continue }
        guard page.add(item, key: key.text) else { break }
      }
      return page.finished
    }
  }

  @discardableResult
  public func removeExpired(from table: Table) async throws(StoreError) -> Int {
    try onRows(of: table) { rows throws(StoreError) in
      let expired = rows.keys(after: nil).filter {
        rows.live($0.text, in: table, now: now()) == nil
      }
      for key in expired { rows.set(key.text, nil) }
      return expired.count
    }
  }

  public func check() async throws(StoreError) {
    if state.withLock({ $0.isClosed }) { throw .unavailable(reason: "the store is closed") }
  }

  public func close() async { state.withLock { $0.isClosed = true } }

  private func checked(_ item: Item, key: String, in table: Table) throws(StoreError) -> Item {
    try ItemRules.check(key: key)
    try ItemRules.check(attributes: item, key: key, in: table)
    return try ItemRules.complete(item, key: key, in: table)
  }

  private func onRows<Value: Sendable>(
    of table: Table, _ body: (inout Rows) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    guard declared[table.name] == table else {
      throw .invalid(reason: "table '\(table.name)' is not declared")
    }
    return try state.withLock { state throws(StoreError) in
      guard !state.isClosed else { throw .unavailable(reason: "the store is closed") }
      return try body(&state.tables[table.name, default: Rows()])
    }
  }
}

private struct State: Sendable {
  var tables: [String: Rows]
  var isClosed = false
}

/// Keys are told apart and ordered by their bytes, as databases do; Swift's own string comparison
/// would make one key of two that are canonically equivalent.
private struct RowKey: Sendable, Hashable, Comparable {
  let text: String

  static func == (left: RowKey, right: RowKey) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }
  static func < (left: RowKey, right: RowKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

private struct Rows: Sendable {
  private var items: [RowKey: Item] = [:]
  /// Made when a list asks for it, dropped when a key comes or goes.
  private var sortedKeys: [RowKey]?

  func live(_ key: String, in table: Table, now: Int64) -> Item? {
    items[RowKey(text: key)].flatMap { ItemRules.isExpired($0, in: table, now: now) ? nil : $0 }
  }

  mutating func set(_ key: String, _ item: Item?) {
    let countBefore = items.count
    items[RowKey(text: key)] = item
    if items.count != countBefore { sortedKeys = nil }
  }

  mutating func keys(after key: String?) -> ArraySlice<RowKey> {
    let sorted = sortedKeys ?? items.keys.sorted()
    sortedKeys = sorted
    guard let key else { return sorted[...] }
    return sorted[firstIndex(after: RowKey(text: key), in: sorted)...]
  }

  private func firstIndex(after key: RowKey, in sorted: [RowKey]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
