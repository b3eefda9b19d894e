extension JSONReader {
  /// Reads a whole number of 64 bits; 1.0 and 1e2 are whole too (JSON Schema 2020-12, 6.1.1).
  public mutating func integer(
    _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) -> Int? {
    guard let value = try wholeNumber() else { return nil }
    if rules.allows(value) { return value }
    for broken in rules.violations(of: value) { record(broken) }
    return nil
  }

  /// As `integer`, within 32 bits.
  public mutating func int32(
    _ rules: IntegerRules = IntegerRules()
  ) throws(MalformedJSON) -> Int32? {
    guard let value = try integer(rules) else { return nil }
    if let value = Int32(exactly: value) { return value }
    record(BrokenRule("format", "must be within -2147483648 and 2147483647"))
    return nil
  }

  /// Reads a number as the nearest double, ties to even; beyond the range of finite doubles is a
  /// violation, and what is too small for one is zero.
  public mutating func number(
    _ rules: NumberRules = NumberRules()
  ) throws(MalformedJSON) -> Double? {
    guard try startsNumber() else {
      try refuseType(expected: "a number")
      return nil
    }
    let text = try scanNumber()
    let value = text.double
    guard value.isFinite else {
      record(BrokenRule("format", "is out of the range of double-precision numbers"))
      return nil
    }
    if rules.isEmpty { return value }
    let broken = rules.violations(of: value, text: text)
    for broken in broken { record(broken) }
    return broken.isEmpty ? value : nil
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(MalformedJSON) -> Bool? {
    switch try firstByte() {
    case UInt8(ascii: "t"):
      try scanLiteral("true")
      return true
    case UInt8(ascii: "f"):
      try scanLiteral("false")
      return false
    default:
      try refuseType(expected: "true or false")
      return nil
    }
  }

  /// Consumes a literal of which the first byte was seen.
  func matches(_ literal: StaticString) -> Bool {
    guard end - cursor >= literal.utf8CodeUnitCount else { return false }
    for index in 1..<literal.utf8CodeUnitCount where cursor[index] != literal.utf8Start[index] {
      return false
    }
    return true
  }

  mutating func scanLiteral(_ literal: StaticString) throws(MalformedJSON) {
    guard matches(literal) else { throw malformed(.unexpectedByte, at: cursor) }
    cursor += literal.utf8CodeUnitCount
  }

  /// Consumes `null` if it is what comes next.
  @usableFromInline
  mutating func readNull() throws(MalformedJSON) -> Bool {
    guard try firstByte() == UInt8(ascii: "n") else { return false }
    try scanLiteral("null")
    return true
  }
}

extension JSONReader {
  @inline(__always)
  private mutating func startsNumber() throws(MalformedJSON) -> Bool {
    let byte = try firstByte()
    return ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
  }

  private mutating func wholeNumber() throws(MalformedJSON) -> Int? {
    guard try startsNumber() else {
      try refuseType(expected: "an integer")
      return nil
    }
    if let value = shortInteger() { return value }
    let text = try scanNumber()
    switch text.wholeNumber {
    case .value(let value): return value
    case .fraction: record(BrokenRule("type", "must be an integer, not a fraction"))
    case .outOfRange: record(BrokenRule("format", "is out of the range of 64-bit integers"))
    }
    return nil
  }

  /// The usual case: up to 18 digits, which cannot overflow, and nothing that makes the number
  /// longer. Nil, with nothing consumed, for all others.
  @inline(__always)
  private mutating func shortInteger() -> Int? {
    let isNegative = cursor.pointee == UInt8(ascii: "-")
    let first = isNegative ? cursor + 1 : cursor
    var place = first
    var value = 0
    while place < end, ASCII.isDigit(place.pointee), place - first <= 18 {
      value = value &* 10 &+ Int(place.pointee &- UInt8(ascii: "0"))
      place += 1
    }
    let digits = place - first
    guard digits > 0, digits <= 18, digits == 1 || first.pointee != UInt8(ascii: "0") else {
      return nil
    }
    if place < end, continuesNumber(place.pointee) { return nil }
    cursor = place
    return isNegative ? 0 &- value : value
  }

  @inline(__always)
  private func continuesNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  /// Consumes a number, of which the first byte was seen, and checks its grammar (RFC 8259, 6).
  mutating func scanNumber() throws(MalformedJSON) -> NumberText {
    let first = cursor
    if cursor.pointee == UInt8(ascii: "-") { cursor += 1 }
    let leading = cursor
    try scanDigits()
    if leading.pointee == UInt8(ascii: "0"), cursor - leading > 1 {
      throw malformed(.leadingZero, at: leading)
    }
    if cursor < end, cursor.pointee == UInt8(ascii: ".") {
      cursor += 1
      try scanDigits()
    }
    if cursor < end, cursor.pointee | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < end, cursor.pointee == UInt8(ascii: "+") || cursor.pointee == UInt8(ascii: "-") {
        cursor += 1
      }
      try scanDigits()
    }
    return NumberText(UnsafeBufferPointer(start: first, count: cursor - first))
  }

  /// Consumes at least one digit.
  @inline(__always)
  private mutating func scanDigits() throws(MalformedJSON) {
    let first = cursor
    while cursor < end, ASCII.isDigit(cursor.pointee) { cursor += 1 }
    guard cursor > first else {
      throw malformed(cursor < end ? .invalidNumber : .unexpectedEnd, at: cursor)
    }
  }
}
