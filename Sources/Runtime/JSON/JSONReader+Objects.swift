extension JSONReader {
  /// Opens the object at the current place. Anything else is recorded and consumed: false.
  public mutating func beginObject() throws(MalformedJSON) -> Bool {
    guard try firstByte() == UInt8(ascii: "{") else {
      try refuseType(expected: "an object")
      return false
    }
    try open()
    return true
  }

  /// The name of the object's next member, its value being what is read next; nil at the end, where
  /// the object is closed.
  public mutating func nextKey() throws(MalformedJSON) -> JSONKey? {
    var byte = try firstByte()
    if byte == UInt8(ascii: "}") {
      cursor += 1
      if ignored.depth == depth { ignored.close() }
      depth &-= 1
      return nil
    }
    if frames[depth &- 1] != Frame.opened {
      guard byte == UInt8(ascii: ",") else { throw malformed(.expectedCommaOrBrace, at: cursor) }
      cursor += 1
      byte = try firstByte()
    }
    guard byte == UInt8(ascii: "\"") else { throw malformed(.expectedKey, at: cursor) }
    cursor += 1
    frames[depth &- 1] = cursor - start
    let name = try scanString()
    guard try firstByte() == UInt8(ascii: ":") else { throw malformed(.expectedColon, at: cursor) }
    cursor += 1
    if name.hasEscapes { return unescaped(name) }
    return JSONKey(start: name.start, count: name.count)
  }

  @inline(never)
  mutating func unescaped(_ name: ScannedString) -> JSONKey {
    let buffer = unescapedKey ?? UnescapedKey()
    unescapedKey = buffer
    return buffer.key(for: name)
  }

  @inline(__always)
  mutating func open() throws(MalformedJSON) {
    guard depth < depthMax else { throw malformed(.tooDeep, at: cursor) }
    frames[depth] = Frame.opened
    depth &+= 1
    cursor += 1
  }

  /// Passes over the value of a member the contract does not name. Names that repeat are violations
  /// here too, among such members and in their values: readers differ in which of the two counts.
  public mutating func skipMember() throws(MalformedJSON) {
    if !ignored.insert(name(at: frames[depth &- 1]), at: depth) { recordDuplicate() }
    try checkValue()
  }

  /// Records a member that `additionalProperties: false` forbids, and passes over its value.
  public mutating func refuseMember() throws(MalformedJSON) {
    record(BrokenRule("additionalProperties", "is not a member of this object"))
    try skipValue()
  }

  /// Reads the value of a member the contract does not name into a dictionary.
  @inlinable
  public mutating func readMember<T>(
    into members: inout [String: T], _ key: JSONKey,
    _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) {
    let name = key.string
    if members[name] != nil { recordDuplicate() }
    if let value = try value(&self) { members[name] = value }
  }

  /// Checks how many members the object had that was just closed.
  public mutating func checkMembers(_ count: Int, _ rules: ObjectRules) {
    for broken in rules.violations(of: count) { record(broken) }
  }

  /// Records that the object that was just closed lacks a member, unless it is present, or its
  /// value was there and broke a rule.
  public mutating func require(_ member: StaticString, _ isPresent: Bool) {
    guard !isPresent, !collected.isFull else { return }
    let name = "\(member)"
    let place = pointer(to: name)
    let isExplained = violations.contains { violation in
      let rest = violation.pointer.utf8.dropFirst(place.utf8.count)
      return violation.pointer.utf8.starts(with: place.utf8)
        && (rest.isEmpty || rest.first == UInt8(ascii: "/"))
    }
    if !isExplained { record(BrokenRule("required", "is required"), at: name) }
  }

  @usableFromInline @inline(never)
  mutating func recordDuplicate() {
    record(BrokenRule("duplicate", "appears more than once in this object"))
  }

  /// Reads an object whose member names are data. Nil if it, or one of its values, breaks a rule.
  ///
  /// Names are compared as Swift compares strings, so two that differ only in Unicode
  /// normalisation are duplicates: the dictionary could not hold both.
  @inlinable
  public mutating func dictionary<T>(
    _ rules: ObjectRules = ObjectRules(),
    _ value: (inout JSONReader) throws(MalformedJSON) -> T?
  ) throws(MalformedJSON) -> [String: T]? {
    guard try beginObject() else { return nil }
    let found = violationCount
    var members: [String: T] = [:]
    var count = 0
    while let key = try nextKey() {
      count &+= 1
      try readMember(into: &members, key, value)
    }
    checkMembers(count, rules)
    return violationCount == found ? members : nil
  }
}
