/// Writes one JSON value as UTF-8 without white space, straight into bytes.
///
/// The value calls it in the order of the text; commas need no state, because one is due exactly
/// when the last byte written does not open an array or object.
public struct JSONWriter: ~Copyable {
  // Unsafe because an array checks uniqueness and bounds for every byte. Allocated by `grow`, or
  // lent by `encode` for the writer's life; 0 <= count <= capacity, and every store is behind
  // `reserve`.
  var bytes: UnsafeMutablePointer<UInt8>
  var count = 0
  private var capacity: Int
  private var isLent = true

  /// The bytes that a text may have before memory is allocated for it.
  private static var lentBytes: Int { 1024 }

  private init(lent: UnsafeMutablePointer<UInt8>) {
    bytes = lent
    capacity = Self.lentBytes
  }

  public static func encode(_ value: some JSONEncodable) -> [UInt8] {
    encode { json in value.encode(to: &json) }
  }

  /// Writes a value with a closure, which must write exactly one.
  public static func encode(with write: (inout JSONWriter) -> Void) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lentBytes) { lent in
      guard let base = lent.baseAddress else { return [] }
      var json = JSONWriter(lent: base)
      write(&json)
      return Array(UnsafeBufferPointer(start: json.bytes, count: json.count))
    }
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  mutating func reserve(_ room: Int) {
    if capacity &- count < room { grow(room) }
  }

  @inline(never)
  private mutating func grow(_ room: Int) {
    let larger = max(capacity * 2, count + room)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: bytes, count: count)
    if !isLent { bytes.deallocate() }
    (bytes, capacity, isLent) = (moved, larger, false)
  }

  deinit {
    if !isLent { bytes.deallocate() }
  }

  /// Stores a byte for which room was made.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    text.withUTF8Buffer { text in
      guard let base = text.baseAddress else { return }
      (bytes + count).update(from: base, count: text.count)
    }
    count &+= text.utf8CodeUnitCount
  }

  /// Makes room for a comma and so many bytes more, and puts the comma if one is due.
  @inline(__always)
  mutating func separate(_ room: Int) {
    reserve(room &+ 1)
    guard count > 0 else { return }
    let last = bytes[count &- 1]
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { put(UInt8(ascii: ",")) }
  }
}

extension JSONWriter {
  public mutating func beginObject() {
    reserve(1)
    put(UInt8(ascii: "{"))
  }

  public mutating func endObject() {
    reserve(1)
    put(UInt8(ascii: "}"))
  }

  /// Writes a member's name, which is JSON-escaped already; its value must follow.
  public mutating func write(key: StaticString) {
    separate(key.utf8CodeUnitCount &+ 3)
    put(UInt8(ascii: "\""))
    append(key)
    put(UInt8(ascii: "\""))
    put(UInt8(ascii: ":"))
  }

  /// Writes a member's name that is data; its value must follow.
  public mutating func write(key: String) {
    separate(0)
    write(key)
    reserve(1)
    put(UInt8(ascii: ":"))
  }

  public mutating func array<T>(_ elements: [T], _ write: (inout JSONWriter, T) -> Void) {
    reserve(1)
    put(UInt8(ascii: "["))
    for element in elements {
      separate(0)
      write(&self, element)
    }
    reserve(1)
    put(UInt8(ascii: "]"))
  }

  /// In the order of the names, so that equal dictionaries are equal bytes.
  public mutating func dictionary<T>(
    _ members: [String: T], _ write: (inout JSONWriter, T) -> Void
  ) {
    beginObject()
    writeMembers(members, write)
    endObject()
  }

  /// The members of a dictionary among those of an object that is open: `additionalProperties`.
  ///
  /// - Parameter declared: the object's own members, which are written already and win: a name that
  ///   stands twice in an object is read differently by different readers (RFC 8259, section 4).
  public mutating func writeMembers<T>(
    _ members: [String: T], besides declared: @autoclosure () -> [String] = [],
    _ write: (inout JSONWriter, T) -> Void
  ) {
    guard !members.isEmpty else { return }
    let declared = Set(declared().map { ExactText($0) })
    for (name, value) in members.sorted(by: { $0.key < $1.key })
    where !declared.contains(ExactText(name)) {
      self.write(key: name)
      write(&self, value)
    }
  }
}
