// What generated code calls to find out which alternative of a union an object is: it looks ahead
// and comes back, so that the alternative then reads, and checks, the object itself. Nothing is
// recorded meanwhile. A union within a union looks at the same bytes again, so the work is at most
// the length of the text times the depth that is allowed.

extension JSONReader {
  /// The text of a member of the object that comes next; nil if it has no such member, if the
  /// member is no string, or if no object comes next. Use it as one uses a key.
  public mutating func peekText(of member: StaticString) throws(MalformedJSON) -> JSONKey? {
    guard try firstByte() == UInt8(ascii: "{") else { return nil }
    let start = place
    try open()
    var text: JSONKey?
    while let key = try nextKey() {
      if member ~= key {
        text = try peekText()
        break
      }
      try skipValue()
    }
    goBack(to: start)
    return text
  }

  /// The string that comes next; nil if anything else does.
  public mutating func peekText() throws(MalformedJSON) -> JSONKey? {
    guard try firstByte() == UInt8(ascii: "\"") else { return nil }
    let start = place
    cursor += 1
    let text = try scanString()
    goBack(to: start)
    return text.hasEscapes ? unescaped(text) : JSONKey(start: text.start, count: text.count)
  }

  /// Which of up to 64 alternatives the object that comes next is, by the members that it has: nil
  /// if they do not say, or if no object comes next.
  ///
  /// The first alternative's bit is the lowest. A member that would leave none is overlooked: there
  /// will be a violation at it, whichever is read.
  ///
  /// - Parameters:
  ///   - yielding: For each alternative, those of the others that it is not beside, where no member
  ///     rules out either. Empty if that holds for any two.
  ///   - possible: The alternatives that an object with this member may be; none if any.
  @inlinable
  public mutating func alternative(
    of count: Int, yielding: [UInt64] = [],
    _ possible: (inout JSONReader, JSONKey) throws(MalformedJSON) -> UInt64
  ) throws(MalformedJSON) -> Int? {
    let start = place
    guard try opensObject() else { return nil }
    var left = UInt64.max >> UInt64(64 - count)
    while left & (left &- 1) != 0, let key = try nextKey() {
      let narrowed = try left & possible(&self, key)
      if narrowed != 0 { left = narrowed }
      if left & (left &- 1) != 0 { try skipValue() }
    }
    goBack(to: start)
    if left & (left &- 1) == 0 { return left.trailingZeroBitCount }
    for index in yielding.indices where left >> UInt64(index) & 1 == 1 {
      if yielding[index] & left == 0 { return index }
    }
    return nil
  }

  @usableFromInline
  mutating func opensObject() throws(MalformedJSON) -> Bool {
    guard try firstByte() == UInt8(ascii: "{") else { return false }
    try open()
    return true
  }

  /// Records that an object does not say which alternative it is, and passes over it.
  public mutating func refuseMembers(lacking members: [StaticString]) throws(MalformedJSON) {
    guard try firstByte() == UInt8(ascii: "{") else {
      return try refuseType(expected: "an object")
    }
    let names = members.map { "'\($0)'" }
    record(BrokenRule("oneOf", "must have one of \(names.joined(separator: ", "))"))
    try skipValue()
  }

  /// Records what is wrong with the member that should say which alternative an object is, and
  /// passes over the object.
  public mutating func refuseTag(
    _ member: StaticString, _ texts: [StaticString]
  ) throws(MalformedJSON) {
    guard try beginObject() else { return }
    var isThere = false
    while let key = try nextKey() {
      guard member ~= key, !isThere else {
        try skipValue()
        continue
      }
      isThere = true
      if try string() != nil { record(.enumeration(of: texts.map { "'\($0)'" })) }
    }
    require(member, isThere)
  }
}

extension JSONReader {
  /// The same, if the member is there and has none of the texts; says whether it was so.
  public mutating func refuseTag(
    _ member: StaticString, ifNoneOf texts: [StaticString]
  ) throws(MalformedJSON) -> Bool {
    guard try peekIsOther(member, than: texts) else { return false }
    try refuseTag(member, texts)
    return true
  }

  private mutating func peekIsOther(
    _ member: StaticString, than texts: [StaticString]
  ) throws(MalformedJSON) -> Bool {
    guard try firstByte() == UInt8(ascii: "{") else { return false }
    let start = place
    defer { goBack(to: start) }
    try open()
    while let key = try nextKey() {
      if member ~= key {
        guard let text = try peekText() else { return true }
        return !texts.contains { $0 ~= text }
      }
      try skipValue()
    }
    return false
  }
}

/// Where a reader looks ahead from. What is open there has its frame, and keeps it: a look ahead
/// writes only to those above.
@usableFromInline
struct LookAhead {
  // Unsafe like the reader's own, whose bytes it points into; it is used while the reader lives.
  let cursor: UnsafePointer<UInt8>
  let depth: Int
}

extension JSONReader {
  @usableFromInline
  var place: LookAhead { LookAhead(cursor: cursor, depth: depth) }

  @usableFromInline
  mutating func goBack(to place: LookAhead) {
    cursor = place.cursor
    depth = place.depth
  }
}
