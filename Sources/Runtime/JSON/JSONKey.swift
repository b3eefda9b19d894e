/// A member's name as `JSONReader.nextKey()` found it, escapes resolved.
///
/// It refers to the reader's bytes: use it before the next call of `nextKey()` on that reader, as a
/// `switch` does, and take `string` to keep it.
public struct JSONKey {
  // Unsafe because it points into the bytes that the reader was lent, or into the reader's own
  // buffer for a name with escapes; both outlive the loop over the object's members.
  @usableFromInline let start: UnsafePointer<UInt8>
  @usableFromInline let count: Int

  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  public var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether the name is this literal, byte for byte: no Unicode normalisation.
  @inlinable @inline(__always)
  public static func ~= (name: StaticString, key: JSONKey) -> Bool {
    // Lengths differ for nearly every pair, and the literal's is a constant here.
    name.utf8CodeUnitCount == key.count && key.hasBytes(of: name)
  }

  /// Whether the bytes are those of a literal of the same length. Two loads that may overlap cover
  /// every length but the shortest, without a loop for nearly all names.
  @usableFromInline
  func hasBytes(of name: StaticString) -> Bool {
    // `utf8Start` exists for every literal but one of a single scalar stored in place.
    guard name.hasPointerRepresentation else { return ExactText(string) == ExactText("\(name)") }
    let other = name.utf8Start
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        guard ByteWord.load(start + index) == ByteWord.load(other + index) else { return false }
        index &+= 8
      }
      return ByteWord.load(start + (count &- 8)) == ByteWord.load(other + (count &- 8))
    }
    if count >= 4 {
      return ByteWord.loadHalf(start) == ByteWord.loadHalf(other)
        && ByteWord.loadHalf(start + (count &- 4)) == ByteWord.loadHalf(other + (count &- 4))
    }
    for index in 0..<count where start[index] != other[index] { return false }
    return true
  }
}

/// A buffer for the unescaped form of one member name at a time. A class because the optimiser of
/// Swift 6.3 stops at an inlinable function that destroys a structure with a `deinit`.
final class UnescapedKey {
  // Unsafe and allocated by hand so that its address stays valid while a JSONKey refers to it.
  private var bytes: UnsafeMutableBufferPointer<UInt8>?

  func key(for name: ScannedString) -> JSONKey {
    bytes?.deallocate()
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(name.count, 1))
    self.bytes = bytes
    let count = name.unescape(into: bytes)
    guard let start = bytes.baseAddress else { return JSONKey(start: name.start, count: 0) }
    return JSONKey(start: start, count: count)
  }

  deinit { bytes?.deallocate() }
}
