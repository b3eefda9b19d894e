/// What a schema demands of an array.
public struct ArrayRules: Sendable {
  /// Both ends included.
  public var minItems: Int
  public var maxItems: Int?
  /// By value, as JSON Schema compares: 1 and 1.0 are the same, {"a":1,"b":2} and {"b":2,"a":1} too.
  public var uniqueItems: Bool

  @inlinable
  public init(minItems: Int = 0, maxItems: Int? = nil, uniqueItems: Bool = false) {
    self.minItems = minItems
    self.maxItems = maxItems
    self.uniqueItems = uniqueItems
  }

  /// Every bound that a number of elements breaks; empty if none.
  public func violations(of count: Int) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    if count < minItems {
      broken.append(BrokenRule("minItems", "must have at least \(counted(minItems, "element"))"))
    }
    if let maxItems, count > maxItems {
      broken.append(BrokenRule("maxItems", "must have at most \(counted(maxItems, "element"))"))
    }
    return broken
  }

  /// Every rule that elements break; empty if none. Linear in their number.
  public func violations(of elements: [some Hashable]) -> [BrokenRule] {
    violations(of: elements.count) + (uniqueItems ? Self.repeated(in: elements) : [])
  }

  /// The first element that equals an earlier one.
  static func repeated<T: Hashable>(in elements: [T]) -> [BrokenRule] {
    var places: [T: Int] = [:]
    for (index, element) in elements.enumerated() {
      if let first = places.updateValue(index, forKey: element) {
        return [
          BrokenRule("uniqueItems", "must not repeat elements: \(first) and \(index) are equal")
        ]
      }
    }
    return []
  }

  @inline(__always)
  func allows(_ count: Int) -> Bool { count >= minItems && count <= maxItems ?? Int.max }
}

/// What a schema demands of an object as a whole.
public struct ObjectRules: Sendable {
  /// Both ends included.
  public var minProperties: Int
  public var maxProperties: Int?

  @inlinable
  public init(minProperties: Int = 0, maxProperties: Int? = nil) {
    self.minProperties = minProperties
    self.maxProperties = maxProperties
  }

  /// Every bound that a number of members breaks; empty if none.
  public func violations(of count: Int) -> [BrokenRule] {
    var broken: [BrokenRule] = []
    if count < minProperties {
      broken.append(
        BrokenRule("minProperties", "must have at least \(counted(minProperties, "member"))"))
    }
    if let maxProperties, count > maxProperties {
      broken.append(
        BrokenRule("maxProperties", "must have at most \(counted(maxProperties, "member"))"))
    }
    return broken
  }
}
