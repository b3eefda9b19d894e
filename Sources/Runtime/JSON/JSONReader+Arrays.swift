extension JSONReader {
  /// Reads an array. Nil if it, or one of its elements, breaks a rule; every element is read.
  @inlinable
  public mutating func array<T>(
    _ rules: ArrayRules = ArrayRules(),
    _ element: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) -> [T]? {
    guard try beginArray(rules) else { return nil }
    let found = violationCount
    var elements: [T] = []
    var count = 0
    while try nextElement(count) {
      count &+= 1
      if let value = try element(&self) { elements.append(value) }
    }
    checkElements(count, rules)
    return violationCount == found && elements.count == count ? elements : nil
  }

  /// Opens the array at the current place. Anything else is recorded and consumed: false.
  @usableFromInline
  mutating func beginArray(_ rules: ArrayRules) throws(MalformedJSON) -> Bool {
    guard try firstByte() == UInt8(ascii: "[") else {
      try refuseType(expected: "an array")
      return false
    }
    if rules.uniqueItems { try checkUniqueElements() }
    try open()
    return true
  }

  /// Whether there is an element of this index, which is what is read next; if not, the array is
  /// closed.
  @usableFromInline
  mutating func nextElement(_ index: Int) throws(MalformedJSON) -> Bool {
    let byte = try firstByte()
    if byte == UInt8(ascii: "]") {
      cursor += 1
      depth &-= 1
      return false
    }
    if index > 0 {
      guard byte == UInt8(ascii: ",") else { throw malformed(.expectedCommaOrBracket, at: cursor) }
      cursor += 1
      guard try firstByte() != UInt8(ascii: "]") else {
        throw malformed(.unexpectedByte, at: cursor)
      }
    }
    frames[depth &- 1] = ~index
    return true
  }

  @usableFromInline
  mutating func checkElements(_ count: Int, _ rules: ArrayRules) {
    if rules.allows(count) { return }
    for broken in rules.violations(of: count) { record(broken) }
  }

  /// Compares the elements as JSON Schema does (2020-12, 6.4.3: by value, 1 being 1.0), whatever
  /// type they are then read into: reads the array as free-form values, and goes back.
  @inline(never)
  private mutating func checkUniqueElements() throws(MalformedJSON) {
    let (place, found) = (cursor, collected)
    let value = try value()
    // What is wrong inside is found again when the elements are read.
    (cursor, collected) = (place, found)
    guard case .array(let elements) = value else { return }
    for broken in ArrayRules.repeated(in: elements) { record(broken) }
  }
}
