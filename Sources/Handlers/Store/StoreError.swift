/// Why a store did not do what it was asked. Every case leaves the store as it was.
public enum StoreError: Error, Sendable, Equatable {
  case notFound
  case alreadyExists
  /// The item, or what it would become, is larger than `StoreLimits.itemBytesMax`.
  case tooLarge(bytes: Int)
  /// A key, attribute, table, cursor or limit that no store accepts. A caller's mistake: trying
  /// again does not help.
  case invalid(reason: String)
  /// The store cannot answer now: closed, disk full, locked, damaged. The reason is for logs.
  /// A write that ends so was not applied, unless the machine failed while committing it.
  case unavailable(reason: String)
}

/// Bounds that hold for every implementation; DynamoDB's own.
public enum StoreLimits {
  /// 400 KB, names included.
  public static let itemBytesMax = 400 * 1024
  /// Of the UTF-8 of a key, which is at least one byte.
  public static let keyBytesMax = 2048
  /// Items a page holds at most, whatever limit is asked for.
  public static let pageItemsMax = 1000
  /// A page ends with the item that makes it larger than this.
  public static let pageBytesMax = 1024 * 1024
}
