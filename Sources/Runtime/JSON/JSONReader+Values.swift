extension JSONReader {
  /// Reads any value as it is. Nil when a member name repeats; numbers keep their text.
  public mutating func value() throws(MalformedJSON) -> JSONValue? {
    switch try firstByte() {
    case UInt8(ascii: "{"): return try freeObject().map { .object($0) }
    case UInt8(ascii: "["):
      return try array { json throws(MalformedJSON) in try json.value() }.map { .array($0) }
    case UInt8(ascii: "\""): return try string().map { .string($0) }
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return try boolean().map { .bool($0) }
    case UInt8(ascii: "n"):
      try scanLiteral("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(JSONNumber(try scanNumber()))
    default: throw malformed(.unexpectedByte, at: cursor)
    }
  }

  mutating func freeObject() throws(MalformedJSON) -> JSONObject? {
    guard try beginObject() else { return nil }
    let found = violationCount
    var members: [JSONObject.Member] = []
    var names = NameSet()
    while let key = try nextKey() {
      let name = key.string
      if !names.insert(name) { recordDuplicate() }
      if let value = try value() { members.append(JSONObject.Member(name, value)) }
    }
    return violationCount == found ? JSONObject(distinct: members) : nil
  }

  /// `null`, or what the closure reads; nil if that broke a rule.
  @inlinable
  public mutating func nullable<T>(
    _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) -> Nullable<T>? {
    if try readNull() { return .null }
    guard let value = try value(&self) else { return nil }
    return .value(value)
  }
}

extension JSONReader {
  /// Passes over one value, checked as strictly as one that is read into nothing particular: its
  /// grammar, and that no object repeats a name.
  mutating func checkValue() throws(MalformedJSON) {
    switch try firstByte() {
    case UInt8(ascii: "{"):
      try open()
      while try nextKey() != nil { try skipMember() }
    case UInt8(ascii: "["):
      try open()
      var index = 0
      while try nextElement(index) {
        index &+= 1
        try checkValue()
      }
    default: try skipValue()
    }
  }

  /// Passes over one value that is refused already, or only looked at in advance: its grammar is
  /// checked, its names are not. Recursion ends at the limit of depth.
  @usableFromInline
  mutating func skipValue() throws(MalformedJSON) {
    switch try firstByte() {
    case UInt8(ascii: "{"):
      try open()
      while try nextKey() != nil { try skipValue() }
    case UInt8(ascii: "["):
      try open()
      var index = 0
      while try nextElement(index) {
        index &+= 1
        try skipValue()
      }
    case UInt8(ascii: "\""):
      cursor += 1
      _ = try scanString()
    case UInt8(ascii: "t"): try scanLiteral("true")
    case UInt8(ascii: "f"): try scanLiteral("false")
    case UInt8(ascii: "n"): try scanLiteral("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try scanNumber()
    default: throw malformed(.unexpectedByte, at: cursor)
    }
  }
}
