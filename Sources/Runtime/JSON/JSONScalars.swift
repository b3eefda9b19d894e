// The standard types as JSON, for bodies and elements that have no rules of their own.

extension String: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> String? {
    try json.string()
  }
  public func encode(to json: inout JSONWriter) { json.write(self) }
}

extension Int: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Int? {
    try json.integer()
  }
  public func encode(to json: inout JSONWriter) { json.write(self) }
}

extension Int32: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Int32? {
    try json.int32()
  }
  public func encode(to json: inout JSONWriter) { json.write(self) }
}

extension Double: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Double? {
    try json.number()
  }
  public func encode(to json: inout JSONWriter) { json.write(self) }
}

extension Bool: JSONCodable {
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> Bool? {
    try json.boolean()
  }
  public func encode(to json: inout JSONWriter) { json.write(self) }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  @inlinable
  public static func decode(from json: inout JSONReader) throws(MalformedJSON) -> [Element]? {
    try json.array { json throws(MalformedJSON) in try Element.decode(from: &json) }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  @inlinable
  public func encode(to json: inout JSONWriter) {
    json.array(self) { json, element in element.encode(to: &json) }
  }
}

extension Dictionary: JSONDecodable where Key == String, Value: JSONDecodable {
  @inlinable
  public static func decode(
    from json: inout JSONReader
  ) throws(MalformedJSON) -> [String: Value]? {
    try json.dictionary { json throws(MalformedJSON) in try Value.decode(from: &json) }
  }
}

extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
  @inlinable
  public func encode(to json: inout JSONWriter) {
    json.dictionary(self) { json, value in value.encode(to: &json) }
  }
}
