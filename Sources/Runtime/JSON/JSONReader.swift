/// Reads one JSON text strictly (RFC 8259), straight from its bytes, in one pass, and checks the
/// contract on the way.
///
/// Generated code pulls values out of it in the order of the text. What breaks the grammar throws;
/// what breaks the contract is recorded with its JSON pointer, the value is consumed, nil is
/// returned, and reading goes on, so that one answer names every violation.
public struct JSONReader: ~Copyable {
  // Unsafe pointers because every byte is looked at once and a checked subscript costs more than
  // the look. They are valid for the reader's whole life: only `read(_:limits:with:)` makes a
  // reader, inside the closures that lend them, and a reader cannot be copied out. `cursor` moves
  // only up to `end`, and each read of a byte is behind a comparison with `end`.
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  @usableFromInline var cursor: UnsafePointer<UInt8>

  // One entry for each open array or object, `depthMax` of them: see `JSONReader+Path.swift`.
  // Unsafe for the same reason; `depth` stays within 0...depthMax.
  @usableFromInline let frames: UnsafeMutablePointer<Int>
  @usableFromInline var depth = 0
  @usableFromInline let depthMax: Int

  var collected = ViolationRecord()

  /// What was found wrong so far, in the order of the text.
  public var violations: [Violation] { collected.violations }

  var ignored = IgnoredNames()

  /// Holds the last member's name that had escapes; nil until there is one.
  var unescapedKey: UnescapedKey?

  @usableFromInline
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from base: UnsafePointer<UInt8>,
    frames: UnsafeMutablePointer<Int>, depthMax: Int
  ) {
    start = base
    end = base + bytes.count
    cursor = base
    self.frames = frames
    self.depthMax = depthMax
  }
}

extension JSONReader {
  /// Reads a whole text as one value; what follows it other than white space is malformed.
  @inlinable
  public static func decode<T: JSONDecodable>(
    _ type: T.Type, from bytes: [UInt8], limits: JSONLimits = .default
  ) -> JSONDecoding<T> {
    decode(from: bytes, limits: limits) { json throws(MalformedJSON) in try T.decode(from: &json) }
  }

  /// Reads a whole text with a closure, for a value whose rules are not in its type.
  @inlinable
  public static func decode<T>(
    from bytes: [UInt8], limits: JSONLimits = .default,
    with read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) -> JSONDecoding<T> {
    bytes.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: limits.depthMax) { frames in
        guard let base = bytes.baseAddress, let frame = frames.baseAddress else {
          return .malformed(MalformedJSON(offset: 0, line: 1, column: 1, reason: .unexpectedEnd))
        }
        var json = JSONReader(bytes, from: base, frames: frame, depthMax: limits.depthMax)
        return json.whole(read)
      }
    }
  }

  @inlinable
  mutating func whole<T>(
    _ read: (inout JSONReader) throws(MalformedJSON) -> T?
  ) -> JSONDecoding<T> {
    do {
      try refuseByteOrderMark()
      let value = try read(&self)
      try refuseTrailingBytes()
      guard !isInvalid, let value else { return .invalid(violations) }
      return .value(value)
    } catch {
      return .malformed(error)
    }
  }

  @usableFromInline
  mutating func refuseByteOrderMark() throws(MalformedJSON) {
    if end - cursor >= 3, cursor[0] == 0xEF, cursor[1] == 0xBB, cursor[2] == 0xBF {
      throw malformed(.byteOrderMark, at: cursor)
    }
  }

  @usableFromInline
  mutating func refuseTrailingBytes() throws(MalformedJSON) {
    skipWhiteSpace()
    if cursor < end { throw malformed(.trailingBytes, at: cursor) }
  }
}

extension JSONReader {
  @inline(__always)
  mutating func skipWhiteSpace() {
    while cursor < end, cursor.pointee <= 0x20 {
      guard isWhiteSpace(cursor.pointee) else { return }
      cursor += 1
    }
  }

  /// The byte a value starts with, not consumed.
  @inline(__always)
  mutating func firstByte() throws(MalformedJSON) -> UInt8 {
    skipWhiteSpace()
    guard cursor < end else { throw malformed(.unexpectedEnd, at: end) }
    return cursor.pointee
  }

  @inline(__always)
  private func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Counts lines only when something is wrong, and then once, because nothing is read afterwards.
  @inline(never)
  func malformed(
    _ reason: MalformedJSON.Reason, at place: UnsafePointer<UInt8>
  ) -> MalformedJSON {
    var line = 1
    var lineStart = start
    var byte = start
    while byte < place {
      if byte.pointee == 0x0A {
        line += 1
        lineStart = byte + 1
      }
      byte += 1
    }
    return MalformedJSON(
      offset: place - start, line: line, column: place - lineStart + 1, reason: reason)
  }
}
