/// Collects a page until it is full by count or by size.
struct PageBuilder {
  private let table: Table
  private let limit: Int
  private var items: [Item] = []
  private var bytes = 0
  private var lastKey: String?
  private var hasMore = false

  init(of table: Table, limit: Int) {
    self.table = table
    self.limit = limit
  }

  /// False, and the page stays as it is, where there is no room: then there is a next page.
  mutating func add(_ item: Item, key: String) -> Bool {
    guard items.count < limit, bytes <= StoreLimits.pageBytesMax else {
      hasMore = true
      return false
    }
    items.append(item)
    bytes += item.sizeBytes
    lastKey = key
    return true
  }

  var finished: ItemPage {
    let next = hasMore ? lastKey.map { KeyCursor.make(after: $0, in: table) } : nil
    return ItemPage(items: items, next: next)
  }
}
