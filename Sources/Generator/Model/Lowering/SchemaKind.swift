import AccordDocument
import AccordYAML

/// What a schema, references followed, becomes in Swift.
enum SchemaKind {
  case structure
  /// One of several, by `oneOf`.
  case union([Schema])
  case stringEnumeration([String])
  case integerEnumeration([Int])
  case dictionary(values: Schema?)
  case array(items: Schema?)
  case string, integer, number, boolean
  case any

  init(_ schema: Schema) {
    let alternatives = schema.combinations.oneOf
    if !alternatives.isEmpty {
      self = .union(alternatives)
      return
    }
    self = Self.enumeration(schema) ?? Self.plain(schema)
  }

  /// Whether the schema needs a type of its own wherever it stands.
  var isDeclared: Bool {
    switch self {
    case .structure, .union, .stringEnumeration, .integerEnumeration: true
    case .dictionary, .array, .string, .integer, .number, .boolean, .any: false
    }
  }

  private static func enumeration(_ schema: Schema) -> SchemaKind? {
    guard let values = schema.enumValues ?? schema.const.map({ [$0] }) else { return nil }
    let present = values.filter { !$0.isNull }
    let texts = present.compactMap(\.string)
    if !texts.isEmpty, texts.count == present.count { return .stringEnumeration(texts) }
    let integers = present.compactMap { ExactNumber($0)?.int }
    if !integers.isEmpty, integers.count == present.count { return .integerEnumeration(integers) }
    return nil
  }

  private static func plain(_ schema: Schema) -> SchemaKind {
    let type = schema.types?.first { $0 != .null }
    switch type {
    case .object: return object(schema)
    case .array: return .array(items: schema.arrays.items)
    case .string: return .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    case .null: return .any
    case nil:
      if !schema.objects.properties.isEmpty { return object(schema) }
      return schema.arrays.items == nil ? .any : .array(items: schema.arrays.items)
    }
  }

  private static func object(_ schema: Schema) -> SchemaKind {
    guard schema.objects.properties.isEmpty else { return .structure }
    switch schema.objects.additionalProperties {
    case .denied: return .structure
    case .allowed: return .dictionary(values: nil)
    case .schema(let values): return .dictionary(values: values)
    }
  }
}
