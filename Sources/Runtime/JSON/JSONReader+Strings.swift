extension JSONReader {
  /// Reads a string, or records what is wrong with it and returns nil. Lengths are in Unicode
  /// scalars, counted while the bytes are checked.
  public mutating func string(
    _ rules: StringRules = StringRules()
  ) throws(MalformedJSON) -> String? {
    guard let scanned = try scanStringValue() else { return nil }
    let text = scanned.string()
    guard !rules.isEmpty else { return text }
    return check(text, scalars: scanned.scalars, rules) ? text : nil
  }

  /// Scans the string at the current place. Anything else is recorded and consumed: nil.
  @inline(__always)
  private mutating func scanStringValue() throws(MalformedJSON) -> ScannedString? {
    guard try firstByte() == UInt8(ascii: "\"") else {
      try refuseType(expected: "a string")
      return nil
    }
    cursor += 1
    return try scanString()
  }

  private mutating func check(_ text: String, scalars: Int, _ rules: StringRules) -> Bool {
    if rules.allows(text, scalars: scalars) { return true }
    for broken in rules.violations(of: text) { record(broken) }
    return false
  }
}
