public import AccordRuntime

/// Where objects are kept: items of declared tables, found by key.
///
/// What was acknowledged is durable, and every later read sees it. An item whose expiry has come
/// counts as absent everywhere, even before `removeExpired` gives its space back. All operations
/// throw `invalid` for keys, attributes or tables that break the declarations, and `unavailable`
/// when the store cannot answer. Cancelling a task does not take back a write that is under way.
public protocol TableStore: Sendable {
  func read(_ key: String, from table: Table) async throws(StoreError) -> Item?

  /// Throws `alreadyExists` where the key is taken: it never overwrites.
  func create(_ item: Item, key: String, in table: Table) async throws(StoreError)

  /// Creates or replaces, for loading.
  func put(_ item: Item, key: String, in table: Table) async throws(StoreError)

  /// Sets the given attributes and keeps the others; answers the whole item as it is then.
  /// Throws `notFound` where there is none: it never creates.
  @discardableResult
  func update(
    _ key: String, in table: Table, setting attributes: Item
  ) async throws(StoreError) -> Item

  /// Whether there was an item to delete.
  @discardableResult
  func delete(_ key: String, from table: Table) async throws(StoreError) -> Bool

  /// Items in the order of their keys' UTF-8 bytes, after those of the page that gave `cursor`.
  /// - Parameter limit: at least 1; above `StoreLimits.pageItemsMax` counts as that.
  func list(
    _ table: Table, after cursor: PageCursor?, limit: Int
  ) async throws(StoreError) -> ItemPage

  /// Removes what has expired and says how many items; 0 where the database does so by itself.
  @discardableResult
  func removeExpired(from table: Table) async throws(StoreError) -> Int

  /// Returns when the store could read and durably write a moment ago.
  func check() async throws(StoreError)

  /// Finishes the writes under way; everything after it throws `unavailable`. May be repeated.
  func close() async
}

public struct ItemPage: Sendable, Equatable {
  public let items: [Item]
  /// Nil after the last item; never nil when there is more.
  public let next: PageCursor?

  public init(items: [Item], next: PageCursor?) {
    self.items = items
    self.next = next
  }
}

/// Where a page ended. Its text is for handing to callers and taking back, and means nothing else;
/// a made-up one is `invalid` or names some place in the table, and does no harm.
public struct PageCursor: Sendable, Hashable {
  public let text: String

  public init(text: String) { self.text = text }
}

/// Seconds since 1970, injected where expiry is judged.
public typealias StoreClock = @Sendable () -> Int64
