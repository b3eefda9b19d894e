import AccordRuntime

/// What every store demands of keys and items before it touches its storage.
enum ItemRules {
  static func check(key: String) throws(StoreError) {
    let bytes = key.utf8.count
    guard (1...StoreLimits.keyBytesMax).contains(bytes) else {
      throw .invalid(reason: "a key has 1 to \(StoreLimits.keyBytesMax) bytes; this has \(bytes)")
    }
  }

  /// Only declared attributes of their declared kinds; the key attribute, if given, is the key.
  static func check(attributes: Item, key: String, in table: Table) throws(StoreError) {
    for (name, value) in attributes.attributes {
      if name.isExactly(table.keyAttribute) {
        guard case .string(let text) = value, text.isExactly(key) else {
          throw .invalid(reason: "'\(name)' is the key and cannot have another value")
        }
        continue
      }
      guard let attribute = table.attributes.first(where: { $0.name.isExactly(name) }) else {
        throw .invalid(reason: "table '\(table.name)' has no attribute '\(name)'")
      }
      guard attribute.kind == value.kind else {
        throw .invalid(reason: "'\(name)' of table '\(table.name)' is of another kind")
      }
      if case .number(let number) = value, !number.isFinite {
        throw .invalid(reason: "'\(name)' of table '\(table.name)' is not a finite number")
      }
    }
  }

  /// The item as it is stored and read: key first, then attributes in declared order.
  static func complete(
    _ item: Item, key: String, in table: Table
  ) throws(StoreError) -> Item {
    var complete = Item()
    complete.reserveCapacity(table.attributes.count + 1)
    complete.append(table.keyAttribute, .string(key))
    for attribute in table.attributes {
      if let value = item[attribute.name] { complete.append(attribute.name, value) }
    }
    let bytes = complete.sizeBytes
    guard bytes <= StoreLimits.itemBytesMax else { throw .tooLarge(bytes: bytes) }
    return complete
  }

  /// `item` with what `attributes` sets.
  static func merge(
    _ attributes: Item, into item: Item, key: String, in table: Table
  ) throws(StoreError) -> Item {
    var merged = item
    for (name, value) in attributes.attributes { merged[name] = value }
    return try complete(merged, key: key, in: table)
  }

  static func pageLimit(_ limit: Int) throws(StoreError) -> Int {
    guard limit >= 1 else { throw .invalid(reason: "a page holds at least one item") }
    return min(limit, StoreLimits.pageItemsMax)
  }

  static func isExpired(_ item: Item, in table: Table, now: Int64) -> Bool {
    guard let name = table.expiryAttribute, let expiry = item.integer(name) else { return false }
    return expiry <= now
  }
}

extension AttributeValue {
  var kind: Table.Kind {
    switch self {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    }
  }
}
