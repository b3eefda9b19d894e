import HTTPTypes

/// Field names already met, so that a server's usual names cost a comparison instead of two strings.
///
/// Bounded: a name whose place is taken replaces the one before it.
final class FieldNames {
  private struct Entry {
    let bytes: [UInt8]
    let name: HTTPField.Name
  }

  private var entries = [Entry?](repeating: nil, count: 128)

  /// Nil when the bytes are no field name (RFC 9110, section 5.1).
  func name(_ bytes: UnsafeRawBufferPointer) -> HTTPField.Name? {
    let place = Self.place(of: bytes)
    if let entry = entries[place], entry.bytes.elementsEqual(bytes) { return entry.name }
    guard let name = HTTPField.Name(String(decoding: bytes, as: UTF8.self)) else { return nil }
    entries[place] = Entry(bytes: Array(bytes), name: name)
    return name
  }

  private static func place(of bytes: UnsafeRawBufferPointer) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    return (bytes.count &* 31 &+ Int(first) &* 7 &+ Int(last)) & 127
  }
}
