import AccordYAML

/// How a member of an object stands in XML (OpenAPI 3.1, 4.8.26). Rules on its value make no
/// difference.
struct XMLForm: Equatable {
  /// Of the attribute, the element, or each element of an array that is not wrapped.
  let name: String
  let isAttribute: Bool
  let value: Value

  indirect enum Value: Equatable {
    case any, text, boolean, number
    /// Whether null is allowed counts, because an element may stand for it or for an item.
    case array(of: Value, named: String, isWrapped: Bool, isNullable: Bool)
    /// What an object, a dictionary or a `oneOf` says, by the place where it stands.
    case object(Place)
  }

  struct Place: Equatable {
    let file: String
    /// Equal schemas of one file have equal forms.
    let text: ExactText
  }

  init(_ property: OrderedMap<Schema>.Entry, in set: DocumentSet) {
    self.init(ofMember: property.name, property.value, in: set)
  }

  init(ofMember member: String, _ schema: Schema, in set: DocumentSet) {
    let own = Words(schema, in: set)
    value = Self.value(of: schema, called: member, depth: 0, in: set)
    isAttribute = own.isAttribute
    if case .array(_, let item, isWrapped: false, _) = value {
      name = item
    } else {
      name = own.name ?? member
    }
  }

  private static func value(
    of schema: Schema, called member: String, depth: Int, in set: DocumentSet
  ) -> Value {
    guard let target = set.resolve(.inline(schema))?.value else { return .any }
    switch target.impliedType {
    case .null, nil: return .any
    case .boolean: return .boolean
    case .string: return .text
    case .integer, .number: return .number
    case .array where depth < 8:
      return array(target, Words(schema, in: set), called: member, depth: depth, in: set)
    case .array, .object:
      return .object(Place(file: target.range.file.path, text: target.node.canonicalText))
    }
  }

  private static func array(
    _ target: Schema, _ own: Words, called member: String, depth: Int, in set: DocumentSet
  ) -> Value {
    let outer = own.isWrapped ? own.name ?? member : member
    let items = target.arrays.items
    let name = items.flatMap { Words($0, in: set).name } ?? outer
    return .array(
      of: items.map { value(of: $0, called: name, depth: depth + 1, in: set) } ?? .any,
      named: name, isWrapped: own.isWrapped,
      isNullable: target.types?.contains(.null) ?? false)
  }

  /// What the `xml` objects along a chain of references say, the nearest first.
  private struct Words {
    let name: String?
    let isAttribute: Bool
    let isWrapped: Bool

    init(_ schema: Schema, in set: DocumentSet) {
      let objects = (set.chain(from: schema) ?? [schema]).compactMap(\.xml)
      name = objects.lazy.compactMap(\.name).first
      isAttribute = objects.first { $0.node["attribute"] != nil }?.attribute ?? false
      isWrapped = objects.first { $0.node["wrapped"] != nil }?.wrapped ?? false
    }
  }
}
