/// What a schema demands of a string.
public struct StringRules: Sendable {
  /// In Unicode scalars, both ends included (JSON Schema 2020-12, 6.3).
  public var minLength: Int
  public var maxLength: Int?
  public var pattern: Pattern?
  public var format: StringFormat?

  @inlinable
  public init(
    minLength: Int = 0, maxLength: Int? = nil, pattern: Pattern? = nil,
    format: StringFormat? = nil
  ) {
    self.minLength = minLength
    self.maxLength = maxLength
    self.pattern = pattern
    self.format = format
  }

  /// Every rule that a value breaks, in the order of the properties above; empty if none.
  public func violations(of value: String) -> [BrokenRule] {
    let length = value.unicodeScalars.count
    var broken: [BrokenRule] = []
    if length < minLength {
      broken.append(
        BrokenRule("minLength", "must be at least \(counted(minLength, "character")) long"))
    }
    if let maxLength, length > maxLength {
      broken.append(
        BrokenRule("maxLength", "must be at most \(counted(maxLength, "character")) long"))
    }
    if let pattern, !pattern.matches(value) {
      broken.append(BrokenRule("pattern", "must match the pattern \(pattern.source)"))
    }
    if let format, !format.matches(value) {
      broken.append(BrokenRule("format", "must be \(format.described)"))
    }
    return broken
  }
}

extension StringRules {
  @inline(__always)
  var isEmpty: Bool { minLength == 0 && maxLength == nil && pattern == nil && format == nil }

  /// Whether `violations(of:)` is empty, for a value whose length is known.
  @inline(__always)
  func allows(_ value: String, scalars: Int) -> Bool {
    guard scalars >= minLength, scalars <= maxLength ?? Int.max else { return false }
    if let pattern, !pattern.matches(value) { return false }
    if let format, !format.matches(value) { return false }
    return true
  }
}

/// "1 character", "3 characters".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
