// What generated code calls for each member: an optional that is nil is left out; `Nullable.null`
// is written as null. Overloads rather than a generic, because they compile faster.

extension JSONWriter {
  public mutating func write(_ key: StaticString, _ value: String) {
    write(key: key)
    write(value)
  }

  public mutating func write(_ key: StaticString, _ value: String?) {
    if let value { write(key, value) }
  }

  public mutating func write(_ key: StaticString, _ value: Int) {
    write(key: key)
    write(value)
  }

  public mutating func write(_ key: StaticString, _ value: Int?) {
    if let value { write(key, value) }
  }

  public mutating func write(_ key: StaticString, _ value: Int32) {
    write(key: key)
    write(value)
  }

  public mutating func write(_ key: StaticString, _ value: Int32?) {
    if let value { write(key, value) }
  }

  public mutating func write(_ key: StaticString, _ value: Double) {
    write(key: key)
    write(value)
  }

  public mutating func write(_ key: StaticString, _ value: Double?) {
    if let value { write(key, value) }
  }

  public mutating func write(_ key: StaticString, _ value: Bool) {
    write(key: key)
    write(value)
  }

  public mutating func write(_ key: StaticString, _ value: Bool?) {
    if let value { write(key, value) }
  }

  @inlinable
  public mutating func write<T: JSONEncodable>(_ key: StaticString, _ value: T) {
    write(key: key)
    value.encode(to: &self)
  }

  @inlinable
  public mutating func write<T: JSONEncodable>(_ key: StaticString, _ value: T?) {
    if let value { write(key, value) }
  }
}

extension JSONWriter {
  @inlinable
  public mutating func writeArray<T>(
    _ key: StaticString, _ elements: [T]?, _ write: (inout JSONWriter, T) -> Void
  ) {
    guard let elements else { return }
    self.write(key: key)
    array(elements, write)
  }

  @inlinable
  public mutating func writeArray<T>(
    _ key: StaticString, _ elements: Nullable<[T]>?, _ write: (inout JSONWriter, T) -> Void
  ) {
    guard let elements else { return }
    self.write(key: key)
    if let elements = elements.optional { array(elements, write) } else { writeNull() }
  }

  @inlinable
  public mutating func writeDictionary<T>(
    _ key: StaticString, _ members: [String: T]?, _ write: (inout JSONWriter, T) -> Void
  ) {
    guard let members else { return }
    self.write(key: key)
    dictionary(members, write)
  }

  @inlinable
  public mutating func writeDictionary<T>(
    _ key: StaticString, _ members: Nullable<[String: T]>?, _ write: (inout JSONWriter, T) -> Void
  ) {
    guard let members else { return }
    self.write(key: key)
    if let members = members.optional { dictionary(members, write) } else { writeNull() }
  }
}
