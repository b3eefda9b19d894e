// What generated code calls for each member it knows: reads into a field, and refuses the second
// value of a member that repeats. Overloads rather than a generic, because they compile faster.

extension JSONReader {
  public mutating func read(
    _ field: inout String?, _ rules: StringRules = StringRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try string(rules)
  }

  public mutating func read(
    _ field: inout Int?, _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try integer(rules)
  }

  public mutating func read(
    _ field: inout Int32?, _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try int32(rules)
  }

  public mutating func read(
    _ field: inout Double?, _ rules: NumberRules = NumberRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try number(rules)
  }

  public mutating func read(_ field: inout Bool?) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try boolean()
  }

  public mutating func read(_ field: inout JSONValue?) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try value()
  }

  @inlinable
  public mutating func read<T: JSONDecodable>(_ field: inout T?) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try T.decode(from: &self)
  }

  /// Reads what no other overload fits with a closure.
  @inlinable
  public mutating func read<T>(
    _ field: inout T?, _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try value(&self)
  }
}

extension JSONReader {
  public mutating func read(
    _ field: inout Nullable<String>?, _ rules: StringRules = StringRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.string(rules) }
  }

  public mutating func read(
    _ field: inout Nullable<Int>?, _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.integer(rules) }
  }

  public mutating func read(
    _ field: inout Nullable<Int32>?, _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.int32(rules) }
  }

  public mutating func read(
    _ field: inout Nullable<Double>?, _ rules: NumberRules = NumberRules()
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.number(rules) }
  }
}

extension JSONReader {
  @inlinable
  public mutating func readArray<T>(
    _ field: inout [T]?, _ rules: ArrayRules = ArrayRules(),
    _ element: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try array(rules, element)
  }

  @inlinable
  public mutating func readArray<T>(
    _ field: inout Nullable<[T]>?, _ rules: ArrayRules = ArrayRules(),
    _ element: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.array(rules, element) }
  }

  @inlinable
  public mutating func readDictionary<T>(
    _ field: inout [String: T]?, _ rules: ObjectRules = ObjectRules(),
    _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try dictionary(rules, value)
  }

  @inlinable
  public mutating func readDictionary<T>(
    _ field: inout Nullable<[String: T]>?, _ rules: ObjectRules = ObjectRules(),
    _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    if field != nil { recordDuplicate() }
    field = try nullable { json throws(MalformedJSON) in try json.dictionary(rules, value) }
  }
}
