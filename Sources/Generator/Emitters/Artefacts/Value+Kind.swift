import AccordModel

extension Value {
  /// The kinds of value that JSON knows.
  enum Kind: String, CaseIterable {
    case null, boolean, number, string, array, object

    /// With its article, for people.
    var words: String {
      switch self {
      case .null: "null"
      case .array, .object: "an \(rawValue)"
      case .boolean, .number, .string: "a \(rawValue)"
      }
    }
  }

  var kind: Kind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The text of a string; nil of anything else.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The items of an array; nil of anything else.
  var items: [Value]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// A whole number, as long as it is written without fraction and exponent.
  var integer: Int128? {
    guard case .number(let text) = self else { return nil }
    return Int(text).map { Int128($0) }
  }

  var decimal: DecimalNumber? {
    guard case .number(let text) = self else { return nil }
    return DecimalNumber(text)
  }

  /// How many values it is made of, itself among them.
  var size: Int {
    switch self {
    case .null, .boolean, .number, .string: 1
    case .array(let items): items.reduce(1) { $0 + $1.size }
    case .object(let members): members.reduce(1) { $0 + $1.value.size }
    }
  }
}
