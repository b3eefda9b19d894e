/// A value that may be null, where null is not the same as absent: an optional member that may be
/// null is a `Nullable<T>?`.
public enum Nullable<Value> {
  case null
  case value(Value)

  /// Nil is null.
  public init(_ value: Value?) {
    self = value.map { .value($0) } ?? .null
  }

  /// Null is nil.
  public var optional: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: JSONDecodable where Value: JSONDecodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Nullable? {
    try json.nullable { json throws(MalformedJSON) in try Value.decode(from: &json) }
  }
}

extension Nullable: JSONEncodable where Value: JSONEncodable {
  public func encode(to json: inout JSONWriter) {
    switch self {
    case .null: json.writeNull()
    case .value(let value): value.encode(to: &json)
    }
  }
}
