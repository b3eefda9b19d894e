import AccordRuntime

/// Strings are kept exactly, byte for byte of their UTF-8: empty ones, U+0000 and unnormalised
/// ones included.
public enum AttributeValue: Sendable, Hashable {
  case string(String)
  case integer(Int64)
  /// Finite.
  case number(Double)
  case boolean(Bool)
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
}

/// The attributes of one object. An attribute is present with a value or absent; there is no null.
public struct Item: Sendable, ExpressibleByDictionaryLiteral {
  /// In the order they were set; what a store answers has the key first, then declared order.
  /// Items have few attributes, so a search along the array beats hashing.
  public private(set) var attributes: [(name: String, value: AttributeValue)] = []

  public init() {}

  /// The last value wins where a name comes twice.
  public init(dictionaryLiteral elements: (String, AttributeValue)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// Setting nil removes the attribute.
  public subscript(name: String) -> AttributeValue? {
    get { attributes.first { $0.name.isExactly(name) }?.value }
    set {
      let index = attributes.firstIndex { $0.name.isExactly(name) }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// The text of a string attribute; nil where it is absent or of another kind.
  public func string(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  /// The value of an integer attribute; nil where it is absent or of another kind.
  public func integer(_ name: String) -> Int64? {
    if case .integer(let number)? = self[name] { number } else { nil }
  }

  /// The value of a number attribute; nil where it is absent or of another kind.
  public func number(_ name: String) -> Double? {
    if case .number(let number)? = self[name] { number } else { nil }
  }

  /// The value of a boolean attribute; nil where it is absent or of another kind.
  public func boolean(_ name: String) -> Bool? {
    if case .boolean(let flag)? = self[name] { flag } else { nil }
  }

  mutating func reserveCapacity(_ count: Int) { attributes.reserveCapacity(count) }
  mutating func append(_ name: String, _ value: AttributeValue) {
    attributes.append((name, value))
  }
}

extension Item: Equatable {
  /// The same attributes with the same values, in whatever order.
  public static func == (left: Item, right: Item) -> Bool {
    left.attributes.count == right.attributes.count
      && left.attributes.allSatisfy { right[$0.name] == $0.value }
  }
}

extension Item {
  /// What DynamoDB counts: UTF-8 bytes of names and strings, of a number one byte for every two
  /// digits and one more (two if negative), of a boolean one byte.
  public var sizeBytes: Int {
    attributes.reduce(0) { $0 + $1.name.utf8.count + $1.value.sizeBytes }
  }
}

extension AttributeValue {
  fileprivate var sizeBytes: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .integer(let number):
      (String(number.magnitude).utf8.count + 1) / 2 + (number < 0 ? 2 : 1)
    case .number(let number):
      // No more than 17 digits tell one number from all others.
      (min(String(number.magnitude).utf8.count, 17) + 1) / 2 + (number < 0 ? 2 : 1)
    case .boolean: 1
    }
  }
}
