import AccordYAML

/// The kinds of values that every table can hold.
package enum StoredKind: Sendable, Hashable {
  case string, integer, number, boolean
}

extension Schema {
  /// What holds the values of this schema, its `$ref` followed; nil where no table can.
  ///
  /// A value that may be null is among those: in a table an attribute is there or it is not.
  package var storedKind: StoredKind? {
    guard !isNullable else { return nil }
    switch impliedType {
    case .string: return .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    case .array, .object, .null, nil: return nil
    }
  }
}
