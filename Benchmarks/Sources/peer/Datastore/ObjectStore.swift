import Synchronization

/// Where the Datastore keeps its objects. What has returned is stored.
protocol ObjectStore: Sendable {
  func read(_ type: ObjectType, key: String) async throws -> Item?
  /// False if the key is taken.
  func insert(_ item: Item, _ type: ObjectType, key: String) async throws -> Bool
  /// False if there is no such object.
  func update(_ type: ObjectType, key: String, with change: Item) async throws -> Bool
  /// False if there is no such object.
  func delete(_ type: ObjectType, key: String) async throws -> Bool
}

final class MemoryStore: ObjectStore {
  private struct Name: Hashable {
    var type: ObjectType
    var key: String
  }

  private let items = Mutex<[Name: Item]>([:])

  func read(_ type: ObjectType, key: String) -> Item? {
    items.withLock { $0[Name(type: type, key: key)] }
  }

  func insert(_ item: Item, _ type: ObjectType, key: String) -> Bool {
    let name = Name(type: type, key: key)
    return items.withLock { items in
      guard items[name] == nil else { return false }
      items[name] = item
      return true
    }
  }

  func update(_ type: ObjectType, key: String, with change: Item) -> Bool {
    let name = Name(type: type, key: key)
    return items.withLock { items in
      guard var item = items[name] else { return false }
      item.apply(change)
      items[name] = item
      return true
    }
  }

  func delete(_ type: ObjectType, key: String) -> Bool {
    items.withLock { $0.removeValue(forKey: Name(type: type, key: key)) != nil }
  }
}
